import type { ShellWord } from '../content/shell-command';
import type { TextRange } from '../range';

/** An option of a command with its value, whether written `--name value`, `--name=value` or `-nvalue`. */
export interface CommandOption {
  readonly name: string;
  readonly value: ShellWord | undefined;
  readonly range: TextRange;
}

export interface ReadOptions {
  readonly options: readonly CommandOption[];
  /** The words that are neither options nor values of one. */
  readonly operands: readonly ShellWord[];
}

/**
 * Tells options from operands.
 *
 * @param takesValue whether an option without `=` takes the word behind it
 * @param stopsAtOperand whether what stands behind the first operand is another program's
 */
export function readOptions(
  words: readonly ShellWord[],
  takesValue: (name: string) => boolean,
  stopsAtOperand = false,
): ReadOptions {
  const options: CommandOption[] = [];
  const operands: ShellWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    if (operands.length > 0 && stopsAtOperand) operands.push(word);
    else if (!/^-./u.test(word.text)) operands.push(word);
    else if (word.text !== '--') {
      const option = optionOf(word, words[at + 1], takesValue);
      if (option.value !== undefined && option.value === words[at + 1]) at++;
      options.push(option);
    }
  }
  return { options, operands };
}

function optionOf(
  word: ShellWord,
  next: ShellWord | undefined,
  takesValue: (name: string) => boolean,
): CommandOption {
  const equals = word.text.startsWith('--') ? word.text.indexOf('=') : -1;
  if (equals !== -1) {
    const start =
      word.range.start + (word.range.end - word.range.start === word.text.length ? equals + 1 : 0);
    const value = { ...word, text: word.text.slice(equals + 1), range: { start, end: word.range.end } };
    return { name: word.text.slice(0, equals), value, range: word.range };
  }
  if (takesValue(word.text) && next) {
    return { name: word.text, value: next, range: { start: word.range.start, end: next.range.end } };
  }
  const short = /^(-[a-zA-Z])=?(.+)$/su.exec(word.text);
  if (short?.[1] !== undefined && short[2] !== undefined && takesValue(short[1])) {
    return { name: short[1], value: { ...word, text: short[2] }, range: word.range };
  }
  return { name: word.text, value: undefined, range: word.range };
}
