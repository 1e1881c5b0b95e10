import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { Fix } from '../finding';
import { keywordEdit } from './keyword-edit';
import { renameCallee } from './rename-callee';

/** The repair that the API names, where it can be written at this call. */
export function deserializationFixes(
  call: Call,
  api: ApiOf<'deserialization'>,
  model: SourceModel,
): readonly Fix[] {
  const { fix } = api;
  if (!fix) return [];
  if ('replaceCallee' in fix) {
    const edits = renameCallee(call, fix.replaceCallee, fix.drop, model);
    return edits ? [{ title: `Call ${fix.replaceCallee} instead`, safe: fix.safe, edits }] : [];
  }
  const decisive = [...(api.unsafeWhen ?? []), ...(api.safeWhen ?? [])];
  const position = decisive.find(({ keyword }) => keyword === fix.setKeyword)?.position;
  const edit = keywordEdit(call, { keyword: fix.setKeyword, position }, fix.value, model);
  return edit ? [{ title: `Set ${fix.setKeyword}=${fix.value}`, safe: fix.safe, edits: [edit] }] : [];
}
