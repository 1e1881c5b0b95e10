import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { returnsOf } from './returns-of';

/** Chains inside chains: more than this is not read. */
const DEEPEST = 12;

/** Methods of a runnable that return the same runnable with settings. */
const SETTINGS = new Set([
  'bind',
  'configurable_alternatives',
  'configurable_fields',
  'partial',
  'with_config',
  'with_fallbacks',
  'with_listeners',
  'with_retry',
  'with_types',
]);

/**
 * The steps of a LangChain runnable in the order they run: `{"a": x} | prompt | model` gives the dictionary, the template
 * and the model. Names are followed to what was assigned, a call of a function in the same file to what it returns. Anything else is a
 * step itself.
 */
export function runnableSteps(runnable: Expression, model: SourceModel, depth = 0): readonly Expression[] {
  if (depth > DEEPEST) return [];
  const written = model.dereference(runnable);
  if (written.kind === 'binary' && written.operator === '|') {
    return [
      ...runnableSteps(written.left, model, depth + 1),
      ...runnableSteps(written.right, model, depth + 1),
    ];
  }
  if (written.kind !== 'call') return [written];
  const returned = returnsOf(written, model);
  if (returned.length === 1 && returned[0]) return runnableSteps(returned[0], model, depth + 1);
  const { callee } = written;
  return callee.kind === 'attribute' && SETTINGS.has(callee.name)
    ? runnableSteps(callee.object, model, depth + 1)
    : [written];
}
