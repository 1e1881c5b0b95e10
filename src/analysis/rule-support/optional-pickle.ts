import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/**
 * Whether what is unpickled was just tested to be bytes (`if isinstance(x, bytes): x = loads(x)`): the code takes an object
 * or its pickle, which a program does with values that it packs itself. Conditions are no part of the source model, so
 * this looks at the call of `isinstance`.
 */
export function isOptionallyPickled(call: Call, model: SourceModel): boolean {
  const input = call.argument({ position: 0 });
  if (input.state !== 'given' || input.argument.value.kind !== 'name') return false;
  const { name } = input.argument.value;
  const scope = model.functionAt(call.range.start);
  return model.calls.some((test) => {
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
