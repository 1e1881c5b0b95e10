import { createHash } from 'node:crypto';
import { SEVERITIES, type Found } from './found';

/**
 * A sample that is the same in every run: errors, then warnings, then information; within a severity one finding of each rule in turn,
 * and within a rule one of each file in turn, the files in an order that does not follow their names.
 */
export function sample(findings: readonly Found[], size: number): readonly Found[] {
  const chosen: Found[] = [];
  for (const severity of SEVERITIES) {
    const rules = groups(
      findings.filter((found) => found.severity === severity),
      ({ rule }) => rule,
    );
    const spread = rules.map((ofRule) => inTurn(groups(ofRule, ({ path }) => path)));
    chosen.push(...inTurn(spread));
  }
  return chosen.slice(0, size);
}

function groups(findings: readonly Found[], keyOf: (found: Found) => string): readonly (readonly Found[])[] {
  const byKey = new Map<string, Found[]>();
  for (const found of findings) {
    const key = keyOf(found);
    byKey.set(key, [...(byKey.get(key) ?? []), found]);
  }
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
  return [...byKey]
    .map(([key, list]) => ({ order: digest(key), list }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ list }) => list);
}

/** First the first of every list, then the second of every list. */
function inTurn(lists: readonly (readonly Found[])[]): readonly Found[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const result: Found[] = [];
  for (let at = 0; at < longest; at++) {
    for (const list of lists) {
      const found = list[at];
      if (found) result.push(found);
    }
  }
  return result;
}
