import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { dumpsToBuffer, isDumpsCall } from './own-memory';

/**
 * Whether the function around a call unpickles what the program packs itself: it calls `dumps` too, or `dump` into a buffer (a broadcast
 * between workers, a cache), or it tests the value to be bytes first (`if isinstance(x, bytes): x = loads(x)`) and so takes an object or
 * its pickle.
 */
export function isPackedByItself(call: Call, model: SourceModel): boolean {
  const scope = model.functionAt(call.range.start);
  if (
    scope &&
    model
      .callsIn(scope.range)
      .some(
        (other) =>
          (isDumpsCall(other) || dumpsToBuffer(other, model)) &&
          model.functionAt(other.range.start) === scope,
      )
  )
    return true;
  return isTestedForBytes(call, model);
}

function isTestedForBytes(call: Call, model: SourceModel): boolean {
  const input = call.argument({ position: 0 });
  if (input.state !== 'given' || input.argument.value.kind !== 'name') return false;
  const { name } = input.argument.value;
  const scope = model.functionAt(call.range.start);
  return (scope ? model.callsIn(scope.range) : model.calls).some((test) => {
    if (!test.names.includes('builtins.isinstance') || model.functionAt(test.range.start) !== scope)
      return false;
    const tested = test.argument({ position: 0 });
    const type = test.argument({ position: 1 });
    return (
      tested.state === 'given' &&
      tested.argument.value.kind === 'name' &&
      tested.argument.value.name === name &&
      type.state === 'given' &&
      model.qualifiedNames(type.argument.value).includes('builtins.bytes')
    );
  });
}
