import { findArgument } from '../../../analysis/rule-support/find-argument';
import type { Call } from '../../../source/expression';
import type { PartKind } from '../part-kind';
import type { JoinedPart, Sighting } from '../sighting';
import type { MadeContext } from './made-context';
import { partsBehind } from './parts-behind';

const BASES: readonly PartKind[] = ['model', 'embedding-model'];

/** Adapters with the model that they are put on: `PeftModel.from_pretrained(base, "acme/lora")` where `base` was loaded in this file. */
export function withBase(
  sightings: readonly Sighting[],
  call: Call,
  context: MadeContext,
  sightPart: (call: Call) => readonly Sighting[],
): readonly Sighting[] {
  return sightings.map((one) => {
    if (one.kind !== 'adapter') return one;
    const joined = basesOf(call, context, sightPart);
    return joined.length > 0 ? { ...one, joined } : one;
  });
}

function basesOf(
  call: Call,
  context: MadeContext,
  sightPart: (call: Call) => readonly Sighting[],
): readonly JoinedPart[] {
  const first = findArgument(call, { position: 0, keyword: 'model' }, context.model);
  const carrier = call.callee.kind === 'attribute' ? call.callee.object : undefined;
  for (const from of [first.state === 'given' ? first.value : undefined, carrier]) {
    const bases = from ? partsBehind(from, BASES, context, sightPart).parts : [];
    if (bases.length > 0) return bases.map((one) => ({ ...one, join: 'adapts' }));
  }
  return [];
}
