import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Calls that read the environment and take a value for when it has none. */
const ENVIRONMENT = new Set(['os.getenv', 'os.environ.get', 'environ.get', 'decouple.config']);
const DEPTH = 4;

/**
 * The texts that an expression is written to have: one, those of `a if test else b`, the default behind a variable of the environment
 * or an `or`. None where any of them cannot be seen but for what comes from outside.
 */
export function writtenTexts(expression: Expression, model: SourceModel, depth = DEPTH): readonly string[] {
  const known = model.evaluate(expression);
  if (known.known) return typeof known.value === 'string' ? [known.value] : [];
  if (depth === 0) return [];
  const written = model.dereference(expression);
  const inner = (one: Expression): readonly string[] => writtenTexts(one, model, depth - 1);
  if (written.kind === 'conditional') {
    const sides = [inner(written.whenTrue), inner(written.whenFalse)];
    return sides.every(({ length }) => length > 0) ? [...new Set(sides.flat())] : [];
  }
  if (written.kind === 'binary' && ['or', '||', '??'].includes(written.operator)) return inner(written.right);
  if (written.kind !== 'call' || !written.names.some((name) => ENVIRONMENT.has(name))) return [];
  const standby = written.argument({ keyword: 'default', position: 1 });
  return standby.state === 'given' ? inner(standby.argument.value) : [];
}
