import type { Call, Expression } from '../../source/expression';
import type { Origin, SourceModel } from '../../source/model';

/** Functions and methods that serialize an object into a file or buffer given to them. */
const WRITERS = new Set(['dump', 'Pickler', 'save', 'savez', 'savez_compressed', 'to_pickle', 'write_array']);

const BUFFERS = new Set([
  'io.BytesIO',
  'tempfile.TemporaryFile',
  'tempfile.NamedTemporaryFile',
  'tempfile.SpooledTemporaryFile',
]);

const BUFFER_READS = /^io\.BytesIO\(\)\.(?:getbuffer|getvalue|read)$/;

/** Whether a call serializes into one of its arguments. */
export function isWriter({ callee }: Call): boolean {
  return (callee.kind === 'attribute' || callee.kind === 'name') && WRITERS.has(callee.name);
}

/**
 * Whether what is read, by its origins, was serialized by this very program, without leaving its memory: a copy through `dumps`, or a
 * buffer that a writer filled. A literal counts as well.
 */
export function isOwnMemory(origins: readonly Origin[], model: SourceModel): boolean {
  const telling = origins.filter(({ expression }) => !isNeutral(expression));
  return telling.length > 0 && telling.every(({ expression }) => isSerialized(expression, model));
}

/** `None` or `[]`, as in the definition of what is filled later; what is read of a buffer, which is an origin itself. */
function isNeutral(expression: Expression): boolean {
  if (expression.kind === 'call') return expression.names.some((name) => BUFFER_READS.test(name));
  if (expression.kind === 'constant') return expression.value === null;
  return expression.kind === 'collection' && expression.elements.length === 0;
}

/** A call of any `dumps`: of a module, of an object that pickles itself, or of a helper named after it (`pickle_dumps`). */
export function isDumpsCall(expression: Expression): boolean {
  if (expression.kind !== 'call') return false;
  const { callee } = expression;
  return (
    (callee.kind === 'attribute' || callee.kind === 'name') && /^_?(?:pickle_)?dumps$/i.test(callee.name)
  );
}

/** Whether a call serializes into a buffer in memory that it is given, as `dumps` does. */
export function dumpsToBuffer(call: Call, model: SourceModel): boolean {
  const { callee } = call;
  if ((callee.kind !== 'attribute' && callee.kind !== 'name') || callee.name !== 'dump') return false;
  return call.arguments.some(({ value }) =>
    model
      .origins(value)
      .some(({ expression }) => expression.kind === 'call' && expression.names.includes('io.BytesIO')),
  );
}

/** What `dumps` gave, a literal in the program, or a buffer that a writer filled. */
function isSerialized(expression: Expression, model: SourceModel): boolean {
  if (expression.kind === 'string') return expression.isBytes && expression.value !== undefined;
  if (expression.kind !== 'call') return false;
  if (isDumpsCall(expression)) return true;
  return expression.names.some((name) => BUFFERS.has(name)) && isFilledByWriter(expression, model);
}

function isFilledByWriter(buffer: Call, model: SourceModel): boolean {
  return model.calls.some(
    (call) =>
      (isWriter(call) || isPicklerInit(call, model)) &&
      call.arguments.some(({ value }) =>
        model.origins(value).some(({ expression }) => expression.range.start === buffer.range.start),
      ),
  );
}

/** `super().__init__(buffer)` in a class that derives from a Pickler: what it pickles goes there. */
function isPicklerInit(call: Call, model: SourceModel): boolean {
  if (call.callee.kind !== 'attribute' || call.callee.name !== '__init__') return false;
  const className = model.functionAt(call.range.start)?.className;
  return (
    className !== undefined &&
    model.classesNamed(className).some(({ bases }) => bases.some((base) => base.endsWith('Pickler')))
  );
}
