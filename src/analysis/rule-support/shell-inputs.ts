import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { ConditionState } from './api-conditions';
import type { SinkInput } from './sink-inputs';

const INTERPRETER =
  /(?:^|[\\/])(?:ba|z|da|k|fi)?sh$|(?:^|[\\/])(?:cmd|powershell|pwsh|python[0-9.]*|node|perl|ruby)(?:\.exe)?$/i;

const SCRIPT_OPTION = /^(?:-c|-lc|-ic|-e|--eval|-p|\/c|\/k|-Command|-EncodedCommand)$/i;

/**
 * What of a command is executed. Text for a shell is, whole. Without a shell it is the program that a list starts with,
 * and the script that follows the `-c` of an interpreter; the other arguments are data.
 *
 * @param throughShell whether a shell reads the command.
 */
export function shellInputs(
  command: Expression,
  throughShell: ConditionState,
  model: SourceModel,
): readonly SinkInput[] {
  const written = model.dereference(command);
  if (written.kind === 'collection') return programInputs(written.elements, model);
  return [{ expression: command, confidence: throughShell === 'unknown' ? 'probable' : 'certain' }];
}

/** What is executed of a program and its arguments that no shell reads: see {@link shellInputs}. */
export function programInputs(elements: readonly Expression[], model: SourceModel): readonly SinkInput[] {
  const [program, ...rest] = elements;
  if (!program) return [];
  if (!isInterpreter(program, model))
    return model.evaluate(program).known ? [] : [{ expression: program, confidence: 'certain' }];
  const option = rest.findIndex((element) => {
    const value = model.evaluate(element);
    return value.known && SCRIPT_OPTION.test(String(value.value));
  });
  const script = option < 0 ? undefined : rest[option + 1];
  return script ? [{ expression: script, confidence: 'certain' }] : [];
}

/** Whether a program runs what it is given: a shell, or the interpreter of a language. */
export function isInterpreter(program: Expression, model: SourceModel): boolean {
  if (model.qualifiedNames(program).includes('sys.executable')) return true;
  const name = model.evaluate(program);
  return name.known && INTERPRETER.test(String(name.value));
}
