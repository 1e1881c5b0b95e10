import { itemsOf, stringOf, type DataNode, type DataScalar } from '../../content/data-node';
import type { ShellCommand, ShellPlace } from '../../content/shell-command';
import { parseShell } from '../../shell/parse-shell';
import { parseWords } from '../../shell/parse-words';

/** The commands of a value that is a script, when it is a text, or the words of one command, when it is a list. */
export function commandOf(node: DataNode | undefined, where: ShellPlace): readonly ShellCommand[] {
  if (node?.kind === 'list') return commandOfWords(itemsOf(node), where);
  const text = stringOf(node);
  return node?.kind === 'scalar' && text !== undefined ? parseShell(text, node.place, where) : [];
}

/** The command that a list of words makes. What is no text ends it. */
export function commandOfWords(nodes: readonly DataNode[], where: ShellPlace): readonly ShellCommand[] {
  const words = nodes.flatMap((node) =>
    node.kind === 'scalar' && node.value !== null ? [{ text: String(node.value), place: node.place }] : [],
  );
  return words.length === 0 ? [] : parseWords(words, where);
}

/** A program with its arguments. A program that is written with arguments of its own is taken apart first. */
export function commandWithArguments(
  program: DataScalar,
  args: readonly DataNode[],
  where: ShellPlace,
): readonly ShellCommand[] {
  const isLine = typeof program.value === 'string' && /\s/u.test(program.value.trim());
  return isLine && args.length === 0 ? commandOf(program, where) : commandOfWords([program, ...args], where);
}
