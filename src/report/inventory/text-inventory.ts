import { createColors } from 'picocolors';
import type { Inventory } from '../../supplychain/inventory/inventory';
import type { Part } from '../../supplychain/inventory/part';
import { PART_KINDS } from '../../supplychain/inventory/part-kind';
import { placeOf } from '../labels';
import { oneLine } from '../one-line';
import {
  KIND_WORDS,
  OPENNESS_WORDS,
  PINNING_WORDS,
  partName,
  SCANNED_WORDS,
  SIGNED_WORDS,
} from './part-words';

/** Columns are not drawn out further than this by one long name. */
const MAX_NAME = 56;
const MAX_STATE = 44;

/**
 * The inventory for a terminal: a table for each kind with name, state and first use, then the chains that join parts. Nothing from a
 * file can send control characters.
 */
export function textInventory({ parts, lineage }: Inventory, options: { readonly color: boolean }): string {
  const colors = createColors(options.color);
  const lines: string[] = [];
  for (const kind of PART_KINDS) {
    const rows = parts.filter((part) => part.kind === kind).map(rowOf);
    if (rows.length === 0) continue;
    const [one, many] = KIND_WORDS[kind];
    lines.push(colors.bold(`${rows.length} ${rows.length === 1 ? one : many}`));
    const name = widest(
      rows.map((row) => row.name),
      MAX_NAME,
    );
    const state = widest(
      rows.map((row) => row.state),
      MAX_STATE,
    );
    for (const row of rows)
      lines.push(
        `  ${row.name.padEnd(name)}  ${colors.cyan(row.state.padEnd(state))}  ${colors.dim(row.use)}`,
      );
    lines.push('');
  }
  if (lineage.length > 0) {
    const names = new Map(parts.map((part) => [part.id, partName(part)]));
    lines.push(colors.bold('Joined'));
    for (const { from, join, to } of lineage)
      lines.push(
        `  ${names.get(from) ?? oneLine(from)} ${colors.dim(`→ ${join.replaceAll('-', ' ')} →`)} ${names.get(to) ?? oneLine(to)}`,
      );
    lines.push('');
  }
  lines.push(parts.length === 0 ? 'No parts of an AI supply chain were found.' : summary(parts));
  return `${lines.join('\n')}\n`;
}

interface Row {
  readonly name: string;
  readonly state: string;
  readonly use: string;
}

function rowOf(part: Part): Row {
  const { uses, origin, kind } = part;
  const [first] = uses;
  const more = uses.length > 1 ? ` and ${uses.length - 1} more` : '';
  const from = kind === 'library' || origin === 'local' ? '' : ` (${oneLine(origin)})`;
  return {
    name: `${partName(part)}${from}`,
    state: stateOf(part).join(', '),
    use: first ? `${oneLine(placeOf(first.path, first.location))}${more}` : '',
  };
}

/** What is known of its state in a few words; what cannot be known of a kind is left out. */
function stateOf({ openness, pinning, signed, scanned, license, origin }: Part): readonly string[] {
  return [
    ...(openness.value === 'own' ? [] : [OPENNESS_WORDS[openness.value]]),
    ...(license === undefined ? [] : [oneLine(license)]),
    ...(pinning.value === 'own' || (pinning.value === 'unknown' && origin === 'local')
      ? []
      : [PINNING_WORDS[pinning.value]]),
    ...(signed.value === 'unknown' ? [] : [SIGNED_WORDS[signed.value]]),
    ...(scanned.value === 'unknown' ? [] : [SCANNED_WORDS[scanned.value]]),
  ];
}

function widest(texts: readonly string[], limit: number): number {
  return Math.min(limit, Math.max(...texts.map(({ length }) => length)));
}

function summary(parts: readonly Part[]): string {
  const count = (holds: (part: Part) => boolean): number => parts.filter(holds).length;
  const closed = count(({ openness }) => openness.value === 'closed-service');
  const unknown = count(({ openness }) => openness.value === 'unknown');
  const mutable = count(({ pinning }) => pinning.value === 'mutable');
  return `${parts.length} parts: ${closed} closed services, ${unknown} of unknown openness, ${mutable} not pinned.`;
}
