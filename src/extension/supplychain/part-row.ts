import type { InventoryResult, WirePart } from '../../protocol/messages';

/** A part of one folder of the workspace. */
export interface PartRow {
  readonly part: WirePart;
  /** Uri of the folder. */
  readonly folder: string;
}

/** The parts of all folders, one folder after the other. */
export function partRows(folders: InventoryResult['folders']): readonly PartRow[] {
  return folders.flatMap(({ uri, parts }) => parts.map((part) => ({ part, folder: uri })));
}
