import type * as v from 'valibot';
import type { CatalogProblem, DataPath } from './problem';

/**
 * Says in plain words what a schema check found, and where.
 *
 * @param issue one issue of valibot's `safeParse`
 * @param base path of the checked value in its document
 */
export function describeIssue(issue: v.BaseIssue<unknown>, base: DataPath = []): CatalogProblem {
  const path = [...base, ...(issue.path ?? []).map((item) => item.key as string | number)];
  const last = issue.path?.at(-1);
  const key = JSON.stringify(path.at(-1));
  if (issue.type === 'strict_object' && last?.type === 'object' && issue.expected === 'never') {
    return { path, message: `unknown key ${key}`, atKey: true };
  }
  if (last?.type === 'object' && last.origin === 'key') {
    return { path: path.slice(0, -1), message: `the key ${key} is missing` };
  }
  const expected = issue.expected === null ? issue.message : `expected ${readable(issue.expected)}`;
  return { path, message: `${expected}, found ${issue.received}` };
}

const NAMES: Readonly<Record<string, string>> = { Array: 'a list', Object: 'a mapping' };

function readable(expected: string): string {
  return NAMES[expected] ?? expected.replace(/^\((.*)\)$/u, '$1').replaceAll(' | ', ' or ');
}
