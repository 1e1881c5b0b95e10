import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Longer conditions test more than one thing. */
const LONGEST_TEST = 200;

/**
 * Whether the statement around a value runs only where the value is empty: `if not key: raise ValueError(f"... {key!r}")`. Conditions
 * are no part of the source model, so this looks at the words right before the statement.
 */
export function isTestedEmpty(value: Expression, model: SourceModel): boolean {
  const statement = model.statementAt(value.range.start);
  if (!statement || (value.kind !== 'name' && value.kind !== 'attribute')) return false;
  const before = model.textAt({ start: Math.max(0, statement.start - LONGEST_TEST), end: statement.start });
  const tested = /(?:\bif|\belif)\b\s*([^\n]*?)\s*[:{]?\s*$/.exec(before)?.[1]?.replace(/^\((.*)\)$/, '$1');
  if (tested === undefined) return false;
  const written = model.textAt(value.range).trim();
  return EMPTY_TESTS.some(([start, end]) => tested === `${start}${written}${end}`);
}

const EMPTY_TESTS = [
  ['not ', ''],
  ['!', ''],
  ['', ' is None'],
  ['', ' == ""'],
  ['', " == ''"],
  ['', ' === undefined'],
  ['', ' === null'],
  ['', ' == null'],
] as const;
