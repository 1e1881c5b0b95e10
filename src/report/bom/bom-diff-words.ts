import type { BomDiff, ChangedEntry, FieldChange } from '../../supplychain/bom/diff/bom-diff';
import type { BomEntry } from '../../supplychain/bom/diff/bom-entry';

/** Names of the fields, for people. */
export const FIELD_NAMES: Readonly<Record<FieldChange['field'], string>> = {
  version: 'version',
  licenses: 'license',
  pinning: 'pinning',
  openness: 'openness',
  signed: 'signature',
  scanned: 'inspection',
  hashes: 'hash',
  provider: 'provider',
  evidence: 'found in',
};

/** What is told of one field before it is counted instead. */
const MAX_VALUES = 5;
const EMPTY = 'nothing';

/** What the difference comes to, in one line. */
export function summaryOf({ added, removed, changed, unchanged }: BomDiff): string {
  if (isSame({ added, removed, changed }))
    return `The bills list the same: ${unchanged === 1 ? '1 entry' : `${unchanged} entries`}.`;
  return `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${unchanged} unchanged.`;
}

export function isSame({ added, removed, changed }: Omit<BomDiff, 'unchanged'>): boolean {
  return added.length + removed.length + changed.length === 0;
}

/** The kind of an entry where its bill says it, else its type. */
export function kindOf({ kind, type }: BomEntry): string {
  return kind ?? type;
}

/** `acme/encoder 5f0b…`, with what is worth knowing of something new. */
export function entryWords(entry: BomEntry): string {
  const { name, version, pinning, openness, licenses } = entry;
  const notes = [openness, pinning, ...licenses].filter((note) => note !== undefined);
  return `${name}${version === undefined ? '' : ` ${version}`}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

/** The name of what changed; the version where it is the same in both. */
export function changedName({ before, after }: ChangedEntry): string {
  const { name, version } = after;
  return version === undefined || version !== before.version ? name : `${name} ${version}`;
}

/** What one field was and is. Places of use come and go singly, so they are told as such. */
export function changeWords({ field, before, after }: FieldChange): string {
  if (field !== 'evidence') return `${FIELD_NAMES[field]}: ${list(before)} → ${list(after)}`;
  const parts = [
    ...(after.length === 0 ? [] : [`also ${list(after)}`]),
    ...(before.length === 0 ? [] : [`no longer ${list(before)}`]),
  ];
  return `${FIELD_NAMES[field]}: ${parts.join('; ')}`;
}

function list(values: readonly string[]): string {
  if (values.length === 0) return EMPTY;
  const more = values.length - MAX_VALUES;
  return [...values.slice(0, MAX_VALUES), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
