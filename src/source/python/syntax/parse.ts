import type { Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/python';
import { TextInput } from '../../syntax/text-input';

/** How much of a text is parsed, and for how long. */
export interface ParseLimits {
  /** Characters. */
  readonly length: number;
  readonly milliseconds: number;
}

export interface ParseResult {
  readonly tree: Tree;
  /** Set when a limit ended the parse early; the tree holds what was read until `at`. */
  readonly stopped: { readonly at: number; readonly limit: keyof ParseLimits } | undefined;
}

/** Reading the clock costs more than a step of the parser. */
const STEPS_BETWEEN_CLOCK_READS = 512;

/**
 * A statement behind the text. It makes the parser leave all indented blocks before the text ends; without it the nodes of a
 * text that ends indented are marked as indented themselves, and none of them can be used again for the next version.
 */
const END = '\n0';

/**
 * Parses `text`, re-using what `fragments` hold of an earlier version. The tree goes on a little behind the text: what starts there
 * is not of the text. Never throws on any text.
 */
export function parseWithin(
  text: string,
  fragments: readonly TreeFragment[],
  limits: ParseLimits,
): ParseResult {
  const tooLong = text.length > limits.length;
  const parse = parser.startParse(
    new TextInput(tooLong ? text.slice(0, limits.length) : text + END),
    fragments,
  );
  let stopped: ParseResult['stopped'] = tooLong ? { at: limits.length, limit: 'length' } : undefined;
  const deadline = performance.now() + limits.milliseconds;
  for (let step = 1; ; step++) {
    const tree = parse.advance();
    if (tree) return { tree, stopped };
    if (step % STEPS_BETWEEN_CLOCK_READS === 0 && parse.stoppedAt === null && performance.now() > deadline) {
      parse.stopAt(parse.parsedPos);
      stopped = { at: parse.parsedPos, limit: 'milliseconds' };
    }
  }
}
