import type { Call } from '../../source/expression';

/**
 * The function's name for a message: the best known qualified name without the marks of this tool's spelling
 * (`pickle.Unpickler().load` stays readable, `<local>.Reader().load` gives way to the class it derives from).
 */
export function calleeName(call: Call, sourceText: string): string {
  const foreign = call.names.find((name) => !name.startsWith('<local>.'));
  return foreign ?? sourceText.slice(call.callee.range.start, call.callee.range.end);
}
