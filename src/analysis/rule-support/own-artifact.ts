import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { DocumentQuestion, Section } from '../../source/section';

/** Functions and methods that write to, or look at, the folder named by one of their arguments. */
const FOLDER_USERS = new Set([
  'exists',
  'is_dir',
  'isdir',
  'isfile',
  'listdir',
  'makedirs',
  'mkdir',
  'Path',
  'rmtree',
  'save',
  'save_model',
  'save_pretrained',
  'save_to_disk',
  'Seq2SeqTrainingArguments',
  'SFTConfig',
  'TrainingArguments',
]);

/** Whether the same text is elsewhere in the program the name of a folder: then it is no name on a hub. */
export function isWrittenByProgram(text: string, load: Call, model: SourceModel): boolean {
  const uses = model.ask({
    id: `uses of the folder ${text}`,
    ask: (whole) => countOf(text, whole.gather(foldersUsed).flat()),
  });
  return uses > countOf(text, foldersOf(load, model));
}

function countOf(text: string, folders: readonly string[]): number {
  return folders.filter((folder) => folder === text).length;
}

/** Whether the program tells the Hugging Face libraries, through the environment, to stay off the network. */
export function isOfflineProgram(model: SourceModel): boolean {
  return model.ask(OFFLINE);
}

const OFFLINE: DocumentQuestion<boolean> = {
  id: 'offline',
  ask: (model) =>
    model.text.includes('_OFFLINE') &&
    model.strings.some(({ value }) => value === 'HF_HUB_OFFLINE' || value === 'TRANSFORMERS_OFFLINE'),
};

function foldersUsed({ calls }: Section, model: SourceModel): readonly string[] {
  return calls.flatMap((call) => foldersOf(call, model));
}

/** The texts that a call is given, when it is one that uses folders. */
function foldersOf(call: Call, model: SourceModel): readonly string[] {
  if (!FOLDER_USERS.has(calledName(call))) return [];
  return call.arguments.flatMap(({ value, spread }) => {
    const known = spread ? undefined : model.evaluate(value);
    return known?.known === true && typeof known.value === 'string' ? [known.value] : [];
  });
}

function calledName({ callee }: Call): string {
  return callee.kind === 'attribute' || callee.kind === 'name' ? callee.name : '';
}
