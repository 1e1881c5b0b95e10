import type { Inventory } from '../../supplychain/inventory/inventory';
import type { Part, PartUse } from '../../supplychain/inventory/part';
import { PART_KINDS, type PartKind } from '../../supplychain/inventory/part-kind';
import {
  KIND_WORDS,
  OPENNESS_WORDS,
  partAlert,
  PINNING_WORDS,
  plainName,
  SCANNED_WORDS,
  SIGNED_WORDS,
} from '../inventory/part-words';
import { oneLine } from '../one-line';

/** A part as a row of a table. Texts are plain and of one line. */
export interface PartRow {
  readonly part: Part;
  readonly name: string;
  readonly version: string;
  /** Origin, or who offers it. */
  readonly from: string;
  readonly openness: string;
  readonly pinning: string;
  /** Signature and inspection, where something is known of them. */
  readonly checked: string;
  readonly license: string;
  /** What to mind. */
  readonly alert: string | undefined;
  readonly uses: readonly string[];
}

/** The parts of one kind. */
export interface PartGroup {
  readonly kind: PartKind;
  readonly title: string;
  readonly rows: readonly PartRow[];
}

/** The parts of an inventory by kind, in the order of the kinds. */
export function partGroups({ parts }: Inventory): PartGroup[] {
  return PART_KINDS.flatMap((kind) => {
    const rows = parts.filter((part) => part.kind === kind).map(partRow);
    return rows.length > 0 ? [{ kind, title: capital(KIND_WORDS[kind][1]), rows }] : [];
  });
}

function partRow(part: Part): PartRow {
  const { name, version, provider, origin, openness, pinning, signed, scanned, license } = part;
  const checks = [
    signed.value === 'unknown' ? '' : SIGNED_WORDS[signed.value],
    scanned.value === 'unknown' ? '' : SCANNED_WORDS[scanned.value],
  ];
  return {
    part,
    name: plainName(name),
    version: oneLine(version ?? ''),
    from: oneLine(provider ?? origin),
    openness: OPENNESS_WORDS[openness.value],
    pinning: PINNING_WORDS[pinning.value],
    checked: checks.filter((text) => text !== '').join(', '),
    license: oneLine(license ?? ''),
    alert: partAlert(part),
    uses: part.uses.map(useText),
  };
}

/** `src/app.py:12`. */
export function useText({ path, location: { start, cell } }: PartUse): string {
  const place = cell === undefined ? `${start.line + 1}` : `cell ${cell + 1}:${start.line + 1}`;
  return oneLine(`${path}:${place}`);
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
