import type { ApiOf } from '../../catalog/schema/api';
import { isOwnerlessHubName } from './hub-names';
import { isWrittenAsPath, looksLikeOwnFolder } from './local-path';

/** What a text given to a download names: something on a hub, with the revision written inside it if there is one. */
export interface HubReference {
  readonly subject: string;
  readonly revision?: string;
  /** The text names one version that its host does not change. */
  readonly immutable?: boolean;
  /** For an inventory: the name without that version, and the version. */
  readonly version?: { readonly of: string; readonly text: string };
}

type Hub = ApiOf<'download'>['hub'];

/** Reads the text as its hub does. Undefined when it is a local path, or not clearly a name on that hub. */
export function hubReference(
  text: string,
  hub: Hub,
  artifact: 'model' | 'dataset',
): HubReference | undefined {
  switch (hub) {
    case 'huggingface':
      return huggingFace(text, artifact);
    case 'modelscope':
      return modelScope(text);
    case 'timm':
      return timm(text);
    case 'gradio':
      return gradio(text);
    case 'torch-hub':
      return torchHub(text);
    case 'tensorflow-hub':
      return tensorflowHub(text);
    case 'kaggle':
      return kaggle(text, artifact);
    case 'ultralytics':
      return ultralytics(text);
    case 'spacy':
      return spacy(text);
    case 'mlflow':
      return mlflow(text);
    case 'wandb':
      return wandb(text);
    case 'bentoml':
      return bentoml(text);
    case 'nltk':
      return /^[a-z][a-z0-9_-]+$/.test(text) ? { subject: text } : undefined;
    default:
      return undefined;
  }
}

const HUGGING_FACE_FILE =
  /^https?:\/\/huggingface\.co\/(?:datasets\/)?([\w.-]+\/[\w.-]+)\/(?:blob|resolve|raw)\/([^/]+)\//;

function huggingFace(text: string, artifact: 'model' | 'dataset'): HubReference | undefined {
  const file = HUGGING_FACE_FILE.exec(text);
  if (file?.[1] && file[2]) return { subject: file[1], revision: file[2] };
  const name = text.replace(/^hf:\/\//, '');
  if (isWrittenAsPath(name)) return undefined;
  const parts = /^([\w.-]+)(?:\/([\w.-]+))?$/.exec(name);
  const [, first, second] = parts ?? [];
  if (first === undefined) return undefined;
  if (second === undefined) return isOwnerlessHubName(first, artifact) ? { subject: name } : undefined;
  return looksLikeOwnFolder(first, second) ? undefined : { subject: name };
}

/** Only `owner/name`: nothing is at ModelScope without an owner. */
function modelScope(text: string): HubReference | undefined {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? [];
  if (owner === undefined || name === undefined || isWrittenAsPath(text)) return undefined;
  return looksLikeOwnFolder(owner, name) ? undefined : { subject: text };
}

/**
 * `models/owner/name`, `spaces/owner/name`, with `huggingface/` for models in older versions; a client takes
 * `owner/name`.
 */
function gradio(text: string): HubReference | undefined {
  const [, owner, name] = /^(?:(?:models|spaces|huggingface)\/)?([\w.-]+)\/([\w.-]+)$/.exec(text) ?? [];
  return owner === undefined || name === undefined ? undefined : { subject: `${owner}/${name}` };
}

function timm(text: string): HubReference | undefined {
  const [, subject, revision] = /^hf[-_]hub:([\w.-]+\/[\w.-]+)(?:@(.+))?$/.exec(text) ?? [];
  if (subject === undefined) return undefined;
  return revision === undefined ? { subject } : { subject, revision };
}

function torchHub(text: string): HubReference | undefined {
  const [, owner, name, revision] = /^([\w.-]+)\/([\w.-]+)(?::(.+))?$/.exec(text) ?? [];
  if (owner === undefined || name === undefined || isWrittenAsPath(`${owner}/${name}`)) return undefined;
  if (looksLikeOwnFolder(owner, name)) return undefined;
  const subject = `${owner}/${name}`;
  return revision === undefined ? { subject } : { subject, revision };
}

/** A handle that ends in a version number names one published version; those are never replaced. */
function tensorflowHub(text: string): HubReference | undefined {
  const [, path] = /^https?:\/\/(?:www\.)?((?:tfhub\.dev|kaggle\.com\/models)\/[\w./-]+)/.exec(text) ?? [];
  if (path === undefined) return undefined;
  return versioned(path, /^(.+)\/(\d+)$/.exec(path));
}

/** `owner/model/framework/variation[/version]`, `owner/dataset[/versions/3]`. */
function kaggle(text: string, artifact: 'model' | 'dataset'): HubReference | undefined {
  const parts = text.split('/');
  if (!parts.every((part) => /^[\w.-]+$/.test(part))) return undefined;
  if (artifact === 'dataset') {
    if (parts.length !== 2 && !(parts.length === 4 && parts[2] === 'versions')) return undefined;
    return versioned(text, /^(.+)\/versions\/(\d+)$/.exec(text));
  }
  if (parts.length !== 4 && parts.length !== 5) return undefined;
  return versioned(text, parts.length === 5 ? /^(.+)\/([^/]+)$/.exec(text) : null);
}

/** @param split the name and the version that stands behind it; null for none */
function versioned(subject: string, split: RegExpExecArray | null): HubReference {
  const [, of, text] = split ?? [];
  return of === undefined || text === undefined
    ? { subject, immutable: false }
    : { subject, immutable: true, version: { of, text } };
}

/** `en_core_web_sm`, `en_core_web_sm-3.7.1`. */
function spacy(text: string): HubReference | undefined {
  const [, of, version] =
    /^([a-z]{2,3}_[a-z]+_[a-z]+_(?:sm|md|lg|trf))(?:-(\d+\.\d+\.\d+))?$/.exec(text) ?? [];
  if (of === undefined) return undefined;
  return version === undefined
    ? { subject: text, immutable: false }
    : { subject: text, immutable: true, version: { of, text: version } };
}

/** `models:/name/7`, `models:/name@alias`, `models:/name/Stage`, `models:/name/latest`; runs and paths do not move. */
function mlflow(text: string): HubReference | undefined {
  const [, name, separator, version] = /^models:\/+([^/@]+)([/@])([^/@]+)$/.exec(text) ?? [];
  if (name === undefined || version === undefined) return undefined;
  if (separator === '/' && /^\d+$/.test(version))
    return { subject: name, immutable: true, version: { of: name, text: version } };
  return { subject: name, revision: version };
}

/** `[entity/][project/]name:v3`; `latest`, and every other alias, can be moved to another version. */
function wandb(text: string): HubReference | undefined {
  const [, of, version] = /^((?:[\w.-]+\/){0,2}[\w.-]+):([\w.-]+)$/.exec(text) ?? [];
  if (of === undefined || version === undefined) return undefined;
  if (/^v\d+$/.test(version)) return { subject: of, immutable: true, version: { of, text: version } };
  return { subject: of, revision: version };
}

/** `name:version`; without a version, or as `latest`, the newest that the store holds. */
function bentoml(text: string): HubReference | undefined {
  const [, of, version] = /^([a-z0-9][\w.-]*)(?::([\w.-]+))?$/.exec(text) ?? [];
  if (of === undefined) return undefined;
  if (version === undefined || version === 'latest') return { subject: of, revision: 'latest' };
  return { subject: of, immutable: true, version: { of, text: version } };
}

/** Weights that the library fetches by itself when no such file is in the working directory. */
function ultralytics(text: string): HubReference | undefined {
  const official =
    /^(?:yolo(?:v\d+|\d+|_nas_|e-\d+)[\w-]*|rtdetr-[lx]|sam2?(?:\.1)?_[blst]|mobile_sam|FastSAM-[sx])\.pt$/;
  return official.test(text) ? { subject: text } : undefined;
}
