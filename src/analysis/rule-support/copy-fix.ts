import { isFreeName } from './free-name';
import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { Fix } from '../finding';
import { importEdit } from './import-edit';

/** `pickle.loads(pickle.dumps(x))` is `copy.deepcopy(x)`, but for objects that are pickled in a way of their own. */
export function copyFix(call: Call, model: SourceModel): readonly Fix[] {
  const [packed, ...others] = call.arguments;
  if (
    others.length > 0 ||
    !isFreeName('deepcopy', model) ||
    packed?.value.kind !== 'call' ||
    packed.keyword !== undefined
  )
    return [];
  const { names, arguments: inner } = packed.value;
  if (!names.some((name) => /\.dumps$/u.test(name))) return [];
  const [object] = inner;
  if (!object?.inPlace || object.spread || object.keyword !== undefined) return [];
  const replaced = { range: call.range, newText: `deepcopy(${model.textAt(object.value.range)})` };
  const added = importEdit(model, { module: 'copy', name: 'deepcopy' });
  const edits = added ? [added, replaced] : [replaced];
  return [{ title: 'Copy it with copy.deepcopy', safe: false, edits }];
}
