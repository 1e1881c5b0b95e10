import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** Functions that turn fixed parts into a fixed path. */
const PATH_FUNCTIONS = new Set([
  'os.path.join',
  'os.path.dirname',
  'os.path.abspath',
  'os.path.realpath',
  'os.path.normpath',
  'os.path.expanduser',
  'os.fspath',
  'pathlib.Path',
  'pathlib.PurePath',
  'pathlib.PosixPath',
  'builtins.str',
]);

const PATH_METHODS = new Set(['joinpath', 'resolve', 'absolute', 'expanduser', 'with_suffix', 'with_name']);

/**
 * Whether an expression names a place in the file system that the program itself fixes: literals, `__file__`, and what
 * the path functions make of them. A URL is not such a place.
 */
export function isFixedPath(expression: Expression, model: SourceModel, depth = 0): boolean {
  if (depth > 12) return false;
  const value = model.evaluate(expression);
  if (value.known) return typeof value.value === 'string' && !/^[a-z][a-z0-9+.-]*:\/\//i.test(value.value);
  const fixed = (part: Expression): boolean => isFixedPath(part, model, depth + 1);
  const target = model.dereference(expression);
  switch (target.kind) {
    case 'string':
      return target.parts.every((part) => part.kind === 'text' || fixed(part.expression));
    case 'name':
      return target.name === '__file__';
    case 'attribute':
      return target.name === 'parent' && fixed(target.object);
    case 'binary':
      return (
        (target.operator === '/' || target.operator === '+') && fixed(target.left) && fixed(target.right)
      );
    case 'subscript':
      return (
        target.object.kind === 'attribute' && target.object.name === 'parents' && fixed(target.object.object)
      );
    case 'call': {
      const { callee } = target;
      const isMethod = callee.kind === 'attribute' && PATH_METHODS.has(callee.name) && fixed(callee.object);
      const isFunction = target.names.length > 0 && target.names.every((name) => PATH_FUNCTIONS.has(name));
      return (
        (isMethod || isFunction) &&
        target.arguments.every(({ value: part, spread }) => !spread && fixed(part))
      );
    }
    default:
      return false;
  }
}
