import { isFreeName } from './free-name';
import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { Fix } from '../finding';
import { importEdit } from './import-edit';

/** Right only where the text is a Python literal, which nobody but the author can know; never for one put together here. */
export function literalEvalFix(call: Call, model: SourceModel): readonly Fix[] {
  const isEval = call.names.length === 1 && call.names[0] === 'builtins.eval';
  const [text] = call.arguments;
  if (
    !isEval ||
    !isFreeName('ast', model) ||
    call.callee.kind !== 'name' ||
    !text ||
    call.arguments.length !== 1
  )
    return [];
  if (text.value.kind === 'string' || text.value.kind === 'binary') return [];
  const added = importEdit(model, { module: 'ast' });
  const renamed = { range: call.callee.range, newText: 'ast.literal_eval' };
  const edits = added ? [added, renamed] : [renamed];
  return [{ title: 'Accept only a Python literal (ast.literal_eval)', safe: false, edits }];
}
