import type { Call, Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { filePath } from './file-path';
import { isInterpreter } from './shell-inputs';
import type { SinkInput } from './sink-inputs';
import { writtenTo } from './written-file';

/**
 * The script that an interpreter in a list of words runs, where it is no argument itself: what the same function wrote into the
 * file that is named first (`["python", path]`), or the text given to its standard input (`["bash"], input=text`).
 *
 * @param call the call that starts the program.
 */
export function scriptInputs(command: Expression, call: Call, model: SourceModel): readonly SinkInput[] {
  const written = model.dereference(command);
  if (written.kind !== 'collection') return [];
  const [program, ...words] = written.elements;
  if (!program || !isInterpreter(program, model)) return [];
  const options = words.findIndex((word) => !isOption(word, model));
  const script = options < 0 ? undefined : words[options];
  if (!script) {
    // `python -m module` and `bash -c text` read no program from there.
    if (words.some((word) => !isStandardInput(word, model))) return [];
    const given = call.argument({ keyword: 'input' });
    return given.state === 'given' ? [{ expression: given.argument.value, confidence: 'certain' }] : [];
  }
  if (words.slice(0, options).some((word) => !isPlainOption(word, model))) return [];
  const path = filePath(script, model) ?? script;
  return writtenTo(path, call, model).map((expression) => ({ expression, confidence: 'certain' }));
}

function isOption(word: Expression, model: SourceModel): boolean {
  return knownText(word, model)?.startsWith('-') === true;
}

function isStandardInput(word: Expression, model: SourceModel): boolean {
  return /^-[sxeu]*$/u.test(knownText(word, model) ?? '');
}

/** An option that takes no value and names no program. */
function isPlainOption(word: Expression, model: SourceModel): boolean {
  return /^-(?![cm])[a-zA-Z]$/u.test(knownText(word, model) ?? '');
}

function knownText(word: Expression, model: SourceModel): string | undefined {
  const value = model.evaluate(word);
  return value.known ? String(value.value) : undefined;
}
