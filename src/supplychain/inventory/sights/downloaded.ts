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
import { ownFolder } from '../own-folder';
import type { Pinning, Sighting } from '../sighting';
import { writtenTexts } from '../written-texts';
import type { MadeContext } from './made-context';

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

/**
 * The models, datasets, adapters and tokenizers that a call fetches by a name that can be seen. A folder that is loaded instead is a
 * guess: it counts where a training of the workspace writes it, or a model file lies in it.
 */
export function sightDownloads(
  call: Call,
  api: Download,
  { model, path }: Pick<MadeContext, 'model' | 'path'>,
): readonly Sighting[] {
  const kind = kindOf(call, api);
  if (!kind || !fetches(call, api, model)) return [];
  const source = findArgument(call, api.source, model);
  if (source.state !== 'given') return [];
  const given = revisionOf(call, api, model);
  return writtenTexts(source.value, model).flatMap((text): readonly Sighting[] => {
    const reference = hubReference(text, api.hub, kind === 'dataset' ? 'dataset' : 'model');
    const place = { kind, via: calledAs(call, model), range: call.range };
    if (!reference || isWrittenByProgram(text, call, model)) {
      const folder = api.hub === 'huggingface' ? ownFolder(path, text) : undefined;
      return folder === undefined
        ? []
        : [{ ...place, name: folder, origin: 'local', pinning: 'own', guess: true }];
    }
    const version =
      reference.version?.text ?? reference.revision ?? (given.state === 'seen' ? given.text : undefined);
    return [
      {
        ...place,
        name: reference.version?.of ?? reference.subject,
        // Its names are repositories of the hub: `hf_hub:owner/name`.
        origin: api.hub === 'timm' ? 'huggingface' : api.hub,
        ...(version === undefined ? {} : { version }),
        pinning: reference.immutable === true ? 'pinned' : pinningOf(version, given.state),
      },
    ];
  });
}

function kindOf(call: Call, { artifact, hub }: Download): PartKind | undefined {
  // What runs the code of the repository gets a model from it; what lists it or prints its help does not.
  if (hub === 'torch-hub') return call.names.includes('torch.hub.load') ? 'model' : undefined;
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
