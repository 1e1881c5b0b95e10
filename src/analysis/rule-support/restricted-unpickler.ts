import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** What a class of this file that derives from an Unpickler does about the names in a pickle. */
export type UnpicklerKind = 'plain' | 'chooses' | 'refuses';

const LOCAL_LOAD = /^<local>\.(.+)\(\)\.load$/;

/**
 * Judges `Reader(file).load()` by the `find_class` of the class: one that can raise refuses names, as the documentation
 * of pickle recommends; one that cannot may only rename modules.
 */
export function unpicklerKind(call: Call, model: SourceModel): UnpicklerKind {
  const classNames = call.names.map((name) => LOCAL_LOAD.exec(name)?.[1]);
  const findClass = model
    .functionsNamed('find_class')
    .find(({ className }) => className !== undefined && classNames.includes(className));
  if (!findClass) return 'plain';
  const body = model.textAt(findClass.range);
  return /^\s*raise\b/m.test(body) || /:\s*raise\b/.test(body) ? 'refuses' : 'chooses';
}
