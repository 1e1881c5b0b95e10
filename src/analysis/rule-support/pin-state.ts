import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
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
  const text = model.evaluate(source.value);
  if (!text.known || typeof text.value !== 'string') return NOTHING;
  const reference = hubReference(text.value, api.hub, api.artifact === 'dataset' ? 'dataset' : 'model');
  if (!reference || isWrittenByProgram(text.value, call, model) || isOfflineProgram(model)) return NOTHING;
  if (reference.immutable === true) return { state: 'pinned', subject: reference.subject };
  const pin = fromRevision(call, api, reference, model);
  return pin.state === 'mutable' && isCallerChoice(source.value, model) ? { ...pin, byCaller: true } : pin;
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
