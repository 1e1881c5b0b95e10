import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { anyConditionState } from './api-conditions';
import { isCallerChoice } from './caller-choice';
import { findArgument } from './find-argument';
import { type HubReference, hubReference } from './hub-reference';
import { isOfflineProgram, isWrittenByProgram } from './own-artifact';
import { type RevisionKind, revisionKind } from './revision';

/**
 * How firmly a download names what it fetches. `nothing`: nothing is fetched, or it cannot be told; that is not reported.
 */
export type PinState =
  | { readonly state: 'nothing' }
  | { readonly state: 'pinned'; readonly subject: string }
  | {
      readonly state: 'mutable';
      readonly subject: string;
      readonly because: MutableReason;
      /** The name or the revision is the default of a parameter; a caller may pass another. */
      readonly byCaller: boolean;
    };

export type MutableReason =
  | { readonly kind: 'missing' }
  | {
      readonly kind: Exclude<RevisionKind, 'commit' | 'unclear'>;
      readonly revision: string;
      /** The revision is a part of the text that names the repository. */
      readonly inline: boolean;
    };

const NOTHING: PinState = { state: 'nothing' };

/** Judges a call that downloads. A variable that cannot be seen, be it the name or the revision, gives `nothing`. */
export function pinState(call: Call, api: ApiOf<'download'>, model: SourceModel): PinState {
  if (anyConditionState(call, api.offlineWhen ?? [], model) !== 'not-met') return NOTHING;
  if (api.onlyWhen && anyConditionState(call, api.onlyWhen, model) !== 'met') return NOTHING;
  const source = findArgument(call, api.source, model);
  if (source.state !== 'given') return NOTHING;
  if (isOfflineProgram(model)) return NOTHING;
  const names = alternatives(source.value, model);
  const pins = names.map((name) => ofName(name, call, api, model));
  if (pins.some(({ state }) => state === 'nothing')) return NOTHING;
  const pin = pins.find(({ state }) => state === 'mutable') ?? pins[0] ?? NOTHING;
  return pin.state === 'mutable' && isCallerChoice(source.value, model) ? { ...pin, byCaller: true } : pin;
}

function ofName(name: string, call: Call, api: ApiOf<'download'>, model: SourceModel): PinState {
  const reference = hubReference(name, api.hub, api.artifact === 'dataset' ? 'dataset' : 'model');
  if (!reference || isWrittenByProgram(name, call, model)) return NOTHING;
  if (reference.immutable === true) return { state: 'pinned', subject: reference.subject };
  return fromRevision(call, api, reference, model);
}

/** The texts that a name may have: one, or both of `a if test else b`; none when any of them cannot be seen. */
function alternatives(source: Expression, model: SourceModel): readonly string[] {
  const text = model.evaluate(source);
  if (text.known) return typeof text.value === 'string' ? [text.value] : [];
  const written = model.dereference(source);
  if (written.kind !== 'conditional') return [];
  const sides = [written.whenTrue, written.whenFalse].map((side) => alternatives(side, model));
  return sides.every(({ length }) => length > 0) ? sides.flat() : [];
}

function fromRevision(
  call: Call,
  api: ApiOf<'download'>,
  { subject, revision: inline }: HubReference,
  model: SourceModel,
): PinState {
  if (inline !== undefined) return judge(subject, inline, { inline: true, byCaller: false });
  const missing: PinState = { state: 'mutable', subject, because: { kind: 'missing' }, byCaller: false };
  if (!api.revision) return missing;
  const found = findArgument(call, api.revision, model);
  if (found.state === 'absent') return missing;
  if (found.state === 'unknown') return NOTHING;
  const revision = model.evaluate(found.value);
  if (!revision.known || typeof revision.value !== 'string') return NOTHING;
  return judge(subject, revision.value, { inline: false, byCaller: isCallerChoice(found.value, model) });
}

function judge(
  subject: string,
  revision: string,
  { inline, byCaller }: { readonly inline: boolean; readonly byCaller: boolean },
): PinState {
  const kind = revisionKind(revision);
  if (kind === 'commit') return { state: 'pinned', subject };
  if (kind === 'unclear') return NOTHING;
  return { state: 'mutable', subject, because: { kind, revision, inline }, byCaller };
}
