import type { Format } from './formats';

/** What is known of the place where bytes were found. */
export interface Surroundings {
  /** The way to it: `model.tar/data.pkl`; empty for the file itself. */
  readonly where: string;
  readonly depth: number;
  readonly name: string;
  /** They are part of something that PyTorch wrote. */
  readonly torch: boolean;
  readonly torchScript: boolean;
  /** The kind of archive that they are a member of. */
  readonly archive?: Format;
}

export function joinPath(where: string, name: string): string {
  return where === '' ? name : `${where}/${name}`;
}
