import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** What a message must not name: this tool's own spelling, and annotations that say nothing (`session: Any`). */
const UNTOLD = /^(?:<local>\.|<any>\.|typing\.Any\(\)\.|pydantic(?:\.fields)?\.Field\(\)\.)/u;

/** What is spelled for this tool alone: what a default export is called, and the nth parameter of a function handed on. */
const OWN_SPELLING = /\.default\b|\.\$\d/u;
/** Longer callees are chains of calls: those read worse than their qualified name. */
const SHORT = 40;

/**
 * The function's name for a message: the best known qualified name without the marks of this tool's spelling
 * (`pickle.Unpickler().load` stays readable, `<local>.Reader().load` gives way to the class it derives from).
 */
export function calleeName(call: Call, model: SourceModel): string {
  const foreign = call.names.find((name) => !UNTOLD.test(name));
  if (foreign !== undefined && OWN_SPELLING.test(foreign)) {
    const written = model.textAt(call.callee.range);
    return /^[\w$.]+$/u.test(written) && written.length <= SHORT
      ? written
      : foreign.replaceAll('.default', '');
  }
  // What a browser or Node has of its own, and a place that is no call (`<set>.innerHTML`), go by their last name.
  return foreign?.replace(/^(?:<\w+>|globals)\./u, '') ?? model.textAt(call.callee.range);
}
