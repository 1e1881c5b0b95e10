import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';

const OPENERS = new Set(['builtins.open', 'io.open', 'gzip.open', 'bz2.open', 'lzma.open', 'fsspec.open']);

const OPENING_METHODS = new Set(['open', 'read_bytes']);

/**
 * The path behind a file argument: the argument itself, or what was given to the `open` whose result it is. Undefined
 * when the file cannot be followed to its opening.
 */
export function filePath(file: Expression, model: SourceModel): Expression | undefined {
  const opened = openingCall(file, model);
  if (!opened) return undefined;
  if (opened.names.some((name) => OPENERS.has(name))) {
    const found = opened.argument({ keyword: 'file', position: 0 });
    return found.state === 'given' ? found.argument.value : undefined;
  }
  return opened.callee.kind === 'attribute' ? opened.callee.object : undefined;
}

function openingCall(file: Expression, model: SourceModel): Call | undefined {
  const isOpening = (call: Call): boolean =>
    call.names.some((name) => OPENERS.has(name)) ||
    (call.callee.kind === 'attribute' && OPENING_METHODS.has(call.callee.name));
  // What is read of a file is an origin itself, beside the file.
  const origins = model
    .origins(file, { stopAt: isOpening })
    .filter(
      ({ expression }) => !(expression.kind === 'call' && isRead(expression) && !isOpening(expression)),
    );
  const [origin] = origins;
  return origins.length === 1 && origin?.expression.kind === 'call' && isOpening(origin.expression)
    ? origin.expression
    : undefined;
}

function isRead({ callee }: Call): boolean {
  return callee.kind === 'attribute' && (callee.name === 'read' || callee.name === 'readlines');
}
