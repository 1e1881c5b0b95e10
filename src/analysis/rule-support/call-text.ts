import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** What a message must not name: this tool's own spelling, and annotations that say nothing (`session: Any`). */
const UNTOLD = /^(?:<local>\.|<any>\.|typing\.Any\(\)\.|pydantic(?:\.fields)?\.Field\(\)\.)/u;

/**
 * The function's name for a message: the best known qualified name without the marks of this tool's spelling
 * (`pickle.Unpickler().load` stays readable, `<local>.Reader().load` gives way to the class it derives from).
 */
export function calleeName(call: Call, model: SourceModel): string {
  const foreign = call.names.find((name) => !UNTOLD.test(name));
  // What a browser or Node has of its own, and a place that is no call (`<set>.innerHTML`), go by their last name.
  return foreign?.replace(/^(?:<\w+>|globals)\./u, '') ?? model.textAt(call.callee.range);
}
