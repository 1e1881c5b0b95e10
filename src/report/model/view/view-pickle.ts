import type { ImportedName, PickleReport } from '../../../models/pickle/pickle-report';
import { reasonFor } from '../../../models/verdict/reasons';
import type { ViewImport, ViewPickle } from './model-view';

const WORST_FIRST = ['malicious', 'suspicious', 'safe'] as const;

/** One pickle as it is shown. */
export function pickleView({ where, streams, imports, calls, recognised }: PickleReport): ViewPickle {
  const protocols = [...new Set(streams.map(({ protocol }) => protocol))];
  const count = streams.length > 1 ? `${streams.length} pickles, ` : '';
  const protocol = `protocol${protocols.length > 1 ? 's' : ''} ${protocols.join(', ')}`;
  return {
    where,
    title: recognised ? `${count}${protocol}` : 'bytes read as a pickle',
    // A break and bytes between opcodes have rows of their own; the reader of pages corrects the number.
    opcodes: streams.reduce((sum, { opcodes, broken }) => sum + opcodes + (broken ? 1 : 0), 0),
    imports: [...imports].sort(byVerdict).map(importView),
    calls: calls.map(({ offset, code, verdict }) => ({ offset, code, verdict })),
  };
}

function importView({ module, name, verdict, offset, count, calls }: ImportedName): ViewImport {
  const why = verdict.verdict === 'safe' ? 'known: written by a framework' : reasonFor(verdict);
  return { name: `${module}.${name}`, verdict: verdict.verdict, why, offset, count, calls };
}

function byVerdict(a: ImportedName, b: ImportedName): number {
  return WORST_FIRST.indexOf(a.verdict.verdict) - WORST_FIRST.indexOf(b.verdict.verdict);
}
