import { anyConditionState } from '../../../analysis/rule-support/api-conditions';
import { findArgument } from '../../../analysis/rule-support/find-argument';
import { hubReference } from '../../../analysis/rule-support/hub-reference';
import { isOfflineProgram, isWrittenByProgram } from '../../../analysis/rule-support/own-artifact';
import { revisionKind } from '../../../analysis/rule-support/revision';
import type { ApiOf } from '../../../catalog/schema/api';
import type { Call } from '../../../source/expression';
import type { SourceModel } from '../../../source/model';
import { calledAs } from '../called-as';
import type { PartKind } from '../part-kind';
import type { JoinedPart, Pinning, Sighting } from '../sighting';
import { writtenTexts } from '../written-texts';

type Download = ApiOf<'download'>;

/** Kinds of artifacts that are parts of their own; code and spaces are not. */
const KINDS: Readonly<Partial<Record<Download['artifact'], PartKind>>> = {
  model: 'model',
  dataset: 'dataset',
  adapter: 'adapter',
  tokenizer: 'tokenizer',
};
const TOKENIZER = /Tokenizer|Processor|FeatureExtractor|get_tokenizer/u;
const EMBEDDER = /Embed|SentenceTransformer|FlagModel|BGEM3|INSTRUCTOR/u;

/** The models, datasets, adapters and tokenizers that a call fetches by a name that can be seen. */
export function sightDownloads(call: Call, api: Download, model: SourceModel): readonly Sighting[] {
  const kind = kindOf(call, api);
  if (!kind || !fetches(call, api, model)) return [];
  const source = findArgument(call, api.source, model);
  if (source.state !== 'given') return [];
  const given = revisionOf(call, api, model);
  return writtenTexts(source.value, model).flatMap((text): readonly Sighting[] => {
    const reference = hubReference(text, api.hub, kind === 'dataset' ? 'dataset' : 'model');
    if (!reference || isWrittenByProgram(text, call, model)) return [];
    const version = reference.revision ?? (given.state === 'seen' ? given.text : undefined);
    const joined = adaptedBase(call, kind, model);
    return [
      {
        kind,
        name: reference.subject,
        origin: api.hub,
        ...(version === undefined ? {} : { version }),
        pinning: reference.immutable === true ? 'pinned' : pinningOf(version, given.state),
        via: calledAs(call, model),
        ...(joined ? { joined } : {}),
        range: call.range,
      },
    ];
  });
}

function kindOf(call: Call, { artifact }: Download): PartKind | undefined {
  const kind = KINDS[artifact];
  if (kind !== 'model') return kind;
  const names = call.names.join(' ');
  if (TOKENIZER.test(names)) return 'tokenizer';
  return EMBEDDER.test(names) ? 'embedding-model' : 'model';
}

function fetches(call: Call, { offlineWhen = [], onlyWhen }: Download, model: SourceModel): boolean {
  if (anyConditionState(call, offlineWhen, model) === 'met') return false;
  if (onlyWhen && anyConditionState(call, onlyWhen, model) !== 'met') return false;
  return !isOfflineProgram(model);
}

type GivenRevision =
  { readonly state: 'seen'; readonly text: string } | { readonly state: 'none' | 'unseen' };

function revisionOf(call: Call, { revision }: Download, model: SourceModel): GivenRevision {
  if (!revision) return { state: 'none' };
  const found = findArgument(call, revision, model);
  if (found.state !== 'given') return { state: found.state === 'absent' ? 'none' : 'unseen' };
  const value = model.evaluate(found.value);
  return value.known && typeof value.value === 'string' && value.value !== ''
    ? { state: 'seen', text: value.value }
    : { state: 'unseen' };
}

function pinningOf(version: string | undefined, given: GivenRevision['state']): Pinning {
  if (version === undefined) return given === 'unseen' ? 'unknown' : 'mutable';
  const kind = revisionKind(version);
  if (kind === 'commit') return 'pinned';
  return kind === 'unclear' || kind === 'placeholder' ? 'unknown' : 'mutable';
}

/** The model that an adapter is put on: `PeftModel.from_pretrained(base, "acme/lora")` where `base` was loaded in this file. */
function adaptedBase(call: Call, kind: PartKind, model: SourceModel): readonly JoinedPart[] | undefined {
  if (kind !== 'adapter') return undefined;
  const first = call.argument({ position: 0, keyword: 'model' });
  const carrier = call.callee.kind === 'attribute' ? call.callee.object : undefined;
  for (const from of [first.state === 'given' ? first.argument.value : undefined, carrier]) {
    const load = from && model.dereference(from);
    if (load?.kind !== 'call' || load === call) continue;
    const source = load.argument({ position: 0, keyword: 'pretrained_model_name_or_path' });
    if (source.state !== 'given') continue;
    const joined = writtenTexts(source.argument.value, model).flatMap((text): readonly JoinedPart[] => {
      const reference = hubReference(text, 'huggingface', 'model');
      return reference
        ? [{ join: 'adapts', kind: 'model', name: reference.subject, origin: 'huggingface' }]
        : [];
    });
    if (joined.length > 0) return joined;
  }
  return undefined;
}
