import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { Report, RuleContext } from '../rule';
import type { DataSource } from './data-source';
import { outsiderData } from './outsider-data';

/**
 * What a finding about a reader says, and the way of the data, where an outsider's data reaches it; undefined where none does.
 * Of what the program fetched itself, the rule's own message says more.
 *
 * @param advice what to do instead, as a sentence.
 */
export function outsiderReport(
  name: string,
  call: Call,
  api: ApiOf<'deserialization'>,
  source: DataSource,
  advice: string,
  context: RuleContext,
): Partial<Pick<Report, 'message' | 'path'>> | undefined {
  const outsider = source === 'network' ? outsiderData(call, api, context) : undefined;
  if (!outsider) return undefined;
  if (outsider.origin === 'a web page') return { path: outsider.path };
  return {
    message: `${name} reads data from ${outsider.origin}, so whoever sends it can run any code here. ${advice}`,
    path: outsider.path,
  };
}
