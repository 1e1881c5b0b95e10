import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { anyConditionState } from './api-conditions';
import { findArgument } from './find-argument';
import { isOwnerlessHubName } from './hub-names';
import { isWrittenAsPath, looksLikeOwnFolder } from './local-path';
import { isOfflineProgram, isWrittenByProgram } from './own-artifact';

/** Readers of local data that `load_dataset` comes with: https://huggingface.co/docs/datasets/loading. */
const PACKAGED_READERS = new Set(
  'arrow audiofolder cache csv generator hdf5 imagefolder json lance niftifolder pandas parquet pdffolder sql text videofolder webdataset xml'.split(
    ' ',
  ),
);

/** Words in the names of variables that hold a place on the disk. */
const PATH_WORDS =
  /(?:path|dir|folder|file|ckpt|checkpoint|output|save|saved|local|root|cache|tmp|temp|trained|best|out|exported)(?:$|_|s$)|^(?:p|f|d|ckpt|out)$/iu;

/**
 * How a download names what it fetches where the name itself cannot be judged – a variable, or a bare word that may be a folder –
 * although no revision is given. Undefined when it is judged elsewhere, pinned, or reads like a place on the disk.
 */
export function unreadReference(
  call: Call,
  api: ApiOf<'download'>,
  model: SourceModel,
): { readonly text: string; readonly isWord: boolean } | undefined {
  if ((api.hub !== 'huggingface' && api.hub !== 'modelscope') || !api.revision) return undefined;
  if (anyConditionState(call, api.offlineWhen ?? [], model) !== 'not-met') return undefined;
  if (api.onlyWhen && anyConditionState(call, api.onlyWhen, model) === 'not-met') return undefined;
  if (findArgument(call, api.revision, model).state !== 'absent' || isOfflineProgram(model)) return undefined;
  const source = findArgument(call, api.source, model);
  if (source.state !== 'given') return undefined;
  const known = model.evaluate(source.value);
  if (!known.known) return variable(source.value, model);
  if (typeof known.value !== 'string') return undefined;
  const isWord = isFreeWord(known.value, api) && !isWrittenByProgram(known.value, call, model);
  return isWord ? { text: `"${known.value}"`, isWord } : undefined;
}

function variable(source: Expression, model: SourceModel): ReturnType<typeof unreadReference> {
  const name = lastName(source);
  if (name === undefined || PATH_WORDS.test(name)) return undefined;
  const value = model.dereference(source);
  const isSomethingElse = value !== source && lastName(value) === undefined && value.kind !== 'string';
  if (isSomethingElse || (value !== source && PATH_WORDS.test(lastName(value) ?? ''))) return undefined;
  return { text: `\`${model.textAt(source.range)}\``, isWord: false };
}

/** The name of a variable, attribute or entry; undefined for what is computed. */
function lastName(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'name':
    case 'attribute':
      return expression.name;
    case 'subscript':
      return expression.index?.kind === 'string' ? expression.index.value : undefined;
    default:
      return undefined;
  }
}

function isFreeWord(text: string, { artifact }: ApiOf<'download'>): boolean {
  const kind = artifact === 'dataset' ? 'dataset' : 'model';
  if (!/^[\w.-]+$/u.test(text) || isWrittenAsPath(text) || isOwnerlessHubName(text, kind)) return false;
  return !looksLikeOwnFolder(text, text) && !(kind === 'dataset' && PACKAGED_READERS.has(text));
}
