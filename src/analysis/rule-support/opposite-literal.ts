import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ['True', 'False'],
  ['False', 'True'],
  ['true', 'false'],
  ['false', 'true'],
  ['1', '0'],
  ['0', '1'],
  ['yes', 'no'],
  ['no', 'yes'],
  ['on', 'off'],
  ['off', 'on'],
]);

/**
 * How the opposite of a switch is written: `True` for `False`, `"0"` for `"1"`, each in the quotes that it has. Undefined for what
 * is no switch: a number may be a limit, and a name may stand for anything.
 */
export function oppositeLiteral(expression: Expression, model: SourceModel): string | undefined {
  if (expression.kind !== 'constant' && expression.kind !== 'string') return undefined;
  const [, open = '', word = '', close = ''] =
    /^(["']?)(\w+)(["']?)$/u.exec(model.textAt(expression.range)) ?? [];
  const opposite = open === close ? OPPOSITES.get(word) : undefined;
  return opposite === undefined ? undefined : open + opposite + close;
}
