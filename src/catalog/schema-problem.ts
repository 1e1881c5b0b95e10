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
  return { path, message: messageOf(issue) };
}

const NAMES: Readonly<Record<string, string>> = { Array: 'a list', Object: 'a mapping', string: 'a text' };

function messageOf(issue: v.BaseIssue<unknown>): string {
  switch (issue.type) {
    case 'min_length':
    case 'non_empty':
      return 'must not be empty';
    case 'max_length':
      return `must not be longer than ${String(issue.requirement)} characters`;
    case 'url':
      return `must be a URL, found ${issue.received}`;
    case 'union':
      if (issue.received === 'Object') return 'has none of the accepted forms';
      return expectation(issue);
    case 'starts_with':
      return `must start with ${issue.expected ?? ''}`;
    default:
      return expectation(issue);
  }
}

function expectation({ expected, received, message }: v.BaseIssue<unknown>): string {
  return expected === null ? message : `expected ${readable(expected)}, found ${readable(received)}`;
}

function readable(type: string): string {
  return NAMES[type] ?? type.replace(/^\((.*)\)$/u, '$1').replaceAll(' | ', ' or ');
}
