import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { oncePerModel } from '../once-per-model';

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
  return (
    folderUses(model)
      .get(text)
      ?.some((call) => call !== load) ?? false
  );
}

/** Whether the program tells the Hugging Face libraries, through the environment, to stay off the network. */
export const isOfflineProgram: (model: SourceModel) => boolean = oncePerModel(
  ({ text, strings }) =>
    text.includes('_OFFLINE') &&
    strings.some(({ value }) => value === 'HF_HUB_OFFLINE' || value === 'TRANSFORMERS_OFFLINE'),
);

/** The calls that use a folder, by the texts they are given. */
const folderUses = oncePerModel((model): ReadonlyMap<string, readonly Call[]> => {
  const uses = new Map<string, Call[]>();
  for (const call of model.calls) {
    if (!FOLDER_USERS.has(calledName(call))) continue;
    for (const { value, spread } of call.arguments) {
      const known = spread ? undefined : model.evaluate(value);
      if (known?.known !== true || typeof known.value !== 'string') continue;
      const calls = uses.get(known.value);
      if (calls) calls.push(call);
      else uses.set(known.value, [call]);
    }
  }
  return uses;
});

function calledName({ callee }: Call): string {
  return callee.kind === 'attribute' || callee.kind === 'name' ? callee.name : '';
}
