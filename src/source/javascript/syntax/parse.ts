import type { Tree } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { TextInput } from '../../syntax/text-input';

/** How much of a text is parsed, and for how long. */
export interface ParseLimits {
  /** Characters. */
  readonly length: number;
  readonly milliseconds: number;
}

export interface ParseResult {
  readonly tree: Tree;
  readonly dialect: Dialect;
  /** Set when a limit ended the parse early; the tree holds what was read until `at`. */
  readonly stopped: { readonly at: number; readonly limit: keyof ParseLimits } | undefined;
}

/** What a text may hold: `<T>x` is a cast in plain TypeScript, and the start of an element where JSX is allowed. */
export type Dialect = 'jsx' | 'ts' | 'ts jsx';

const PARSERS: Readonly<Record<Dialect, typeof parser>> = {
  jsx: parser.configure({ dialect: 'jsx' }),
  ts: parser.configure({ dialect: 'ts' }),
  'ts jsx': parser.configure({ dialect: 'ts jsx' }),
};

/** Reading the clock costs more than a step of the parser. */
const STEPS_BETWEEN_CLOCK_READS = 512;

/** Parses `text`. Never throws but when its nesting exhausts the stack. */
export function parseWithin(text: string, dialect: Dialect, limits: ParseLimits): ParseResult {
  const tooLong = text.length > limits.length;
  const input = new TextInput(tooLong ? text.slice(0, limits.length) : text);
  const parse = PARSERS[dialect].startParse(input);
  let stopped: ParseResult['stopped'] = tooLong ? { at: limits.length, limit: 'length' } : undefined;
  const deadline = performance.now() + limits.milliseconds;
  for (let step = 1; ; step++) {
    const tree = parse.advance();
    if (tree) return { tree, dialect, stopped };
    if (step % STEPS_BETWEEN_CLOCK_READS === 0 && parse.stoppedAt === null && performance.now() > deadline) {
      parse.stopAt(parse.parsedPos);
      stopped = { at: parse.parsedPos, limit: 'milliseconds' };
    }
  }
}
