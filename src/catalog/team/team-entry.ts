import type { TeamKind } from './team-schemas';

/** A mapping of which only is known that it is one. */
export type Fields = Readonly<Record<string, unknown>>;

/** An entry as it stands in a project file: new, or what it changes of a built-in one. */
export interface TeamEntry {
  readonly kind: TeamKind;
  /** Its place in the list of its kind. */
  readonly index: number;
  readonly id: string;
  readonly given: Fields;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
