import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';

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
  return model.calls.some((call) => {
    if (call === load || !FOLDER_USERS.has(calledName(call))) return false;
    return call.arguments.some(({ value, spread }) => {
      if (spread) return false;
      const known = model.evaluate(value);
      return known.known && known.value === text;
    });
  });
}

/** Whether the program tells the Hugging Face libraries, through the environment, to stay off the network. */
export function isOfflineProgram(model: SourceModel): boolean {
  return model.strings.some(({ value }) => value === 'HF_HUB_OFFLINE' || value === 'TRANSFORMERS_OFFLINE');
}

function calledName({ callee }: Call): string {
  return callee.kind === 'attribute' || callee.kind === 'name' ? callee.name : '';
}
