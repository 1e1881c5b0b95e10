import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { RuleContext } from '../rule';
import { calleeName } from './call-text';
import { pinFixes } from './pin-fixes';
import { type MutableReason, pinState } from './pin-state';

/** Hubs whose names can move but are mostly served by people the project trusts anyway. */
const MINOR_HUBS: ReadonlySet<ApiOf<'download'>['hub']> = new Set([
  'nltk',
  'spacy',
  'mlflow',
  'wandb',
  'bentoml',
]);

/** Stores of the project's own models, with versions that stay and names that move. */
const REGISTRIES: ReadonlySet<ApiOf<'download'>['hub']> = new Set(['mlflow', 'wandb', 'bentoml']);

/** Reports a download whose reference can move, with the fix that pins it where the function takes a revision. */
export function reportUnpinned(call: Call, api: ApiOf<'download'>, context: RuleContext): void {
  const pin = pinState(call, api, context.model);
  if (pin.state !== 'mutable') return;
  const isGuess = pin.byCaller || api.hub === 'ultralytics' || call.nameConfidence === 'probable';
  const isMinor = MINOR_HUBS.has(api.hub);
  context.report({
    at: call,
    subject: pin.subject,
    message: messageOf(pin.subject, pin.because, api, calleeName(call, context.model)),
    fixes: pinFixes(call, api, pin.because, context.model),
    ...(isMinor ? { severity: 'info' as const } : {}),
    ...(isGuess ? { confidence: 'probable' as const } : {}),
  });
}

function messageOf(subject: string, because: MutableReason, api: ApiOf<'download'>, callee: string): string {
  if (because.kind === 'placeholder') {
    return `The revision of "${subject}" is still a placeholder, so this download fails. Put in the hash of the commit you checked.`;
  }
  return `${whatMoves(subject, because, api)} ${howToPin(api, callee)}`;
}

function whatMoves(subject: string, because: MutableReason, api: ApiOf<'download'>): string {
  if (REGISTRIES.has(api.hub) && because.kind !== 'missing' && because.kind !== 'placeholder') {
    return `"${subject}" is loaded at "${because.revision}", which can be moved to another version while this runs unchanged.`;
  }
  switch (because.kind) {
    case 'missing':
      return `"${subject}" is downloaded without a ${api.hub === 'tensorflow-hub' || api.hub === 'kaggle' ? 'version' : 'revision'}, so a later change by its owner runs here unseen.`;
    case 'branch':
      return `"${subject}" is downloaded from branch "${because.revision}", which follows every later commit.`;
    case 'tag':
      return `"${subject}" is downloaded at tag "${because.revision}", which its owner can move to another commit.`;
    default:
      return `"${subject}" is downloaded at "${because.revision}", a branch or tag that can move to another commit.`;
  }
}

function howToPin(api: ApiOf<'download'>, callee: string): string {
  switch (api.hub) {
    case 'torch-hub':
      return 'Name the commit you checked: "owner/repository:<hash>" (with skip_validation=True when it is not the tip of a branch).';
    case 'timm':
      return 'Name the commit you checked: "hf_hub:owner/model@<hash>".';
    case 'tensorflow-hub':
    case 'kaggle':
      return 'End the handle with the version you checked.';
    case 'ultralytics':
      return 'Download it once, compare its SHA-256 and load it by path.';
    case 'spacy':
      return 'Install the package of this model with a version and hash in your requirements.';
    case 'mlflow':
      return 'Name the version you checked, "models:/<name>/<number>", where a result must be repeatable.';
    case 'wandb':
      return 'Name the version you checked, "<name>:v<number>", where a result must be repeatable.';
    case 'bentoml':
      return 'Name the version you checked, "<name>:<version>", where a result must be repeatable.';
    case 'nltk':
      return 'Keep a checked copy with the project and add its folder to nltk.data.path.';
    default:
      return api.revision
        ? `Pass ${keywordText(api.revision)} with the hash of the commit you checked.`
        : `${callee} takes no revision: fetch it with huggingface_hub.hf_hub_download(revision=<hash>) and pass the path.`;
  }
}

function keywordText({ keyword, key }: NonNullable<ApiOf<'download'>['revision']>): string {
  return key === undefined ? `${keyword ?? 'revision'}=` : `${keyword ?? ''}={"${key}": ...}`;
}
