import type { ShellCommand, ShellPlace } from '../content/shell-command';
import type { TextPlace } from '../content/text-place';
import type { Comment } from '../model';
import { withInner } from './command-draft';
import { ScriptReader } from './script-reader';
import { TextCursor } from './text-cursor';

/** Longer scripts are archives that unpack themselves. */
const MAXIMUM_LENGTH = 1_000_000;
const MAXIMUM_DEPTH = 6;

/**
 * The commands of a shell script, in source order, each followed by those within it (`$(...)`, `sh -c '...'`), which are also its `inner`
 * ones. Never throws: what is no shell reads as words.
 *
 * @param place where the text stands in the document; all ranges are ranges of the document
 */
export function parseShell(text: string, place: TextPlace, where: ShellPlace): readonly ShellCommand[] {
  return readShell(text, place, where).commands;
}

/** The commands of a script, and its comments. */
export function readShell(
  text: string,
  place: TextPlace,
  where: ShellPlace,
): { readonly commands: readonly ShellCommand[]; readonly comments: readonly Comment[] } {
  const reader = readerOf(text, place, where, 0);
  const commands = reader.readAll();
  return { commands: [...withInner(commands)], comments: reader.comments };
}

function readerOf(text: string, place: TextPlace, where: ShellPlace, depth: number): ScriptReader {
  return new ScriptReader(new TextCursor(text, 0, Math.min(text.length, MAXIMUM_LENGTH)), {
    place,
    where,
    depth,
    readInner: (inner, innerPlace, innerDepth) =>
      innerDepth > MAXIMUM_DEPTH ? [] : readerOf(inner, innerPlace, where, innerDepth).readAll(),
  });
}
