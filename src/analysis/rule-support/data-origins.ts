import type { Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import type { RuleContext } from '../rule';

/**
 * Where bytes may come from, followed through buffers, decoders and decompressors. A buffer that is made empty is an
 * origin itself.
 */
export function dataOrigins(
  input: Expression,
  { apis, model }: Pick<RuleContext, 'apis' | 'model'>,
): readonly Origin[] {
  return model.origins(input, {
    passesThrough: (call) => {
      const handedOn = apis.ofKind('pass-through', call, model).flatMap((api) =>
        api.input.flatMap((selector) => {
          const found = call.argument(selector);
          return found.state === 'given' ? [found.argument] : [];
        }),
      );
      return handedOn.length > 0 ? handedOn : undefined;
    },
  });
}
