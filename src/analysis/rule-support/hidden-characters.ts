import type { TextRange } from '../../source/range';

/** Characters that a reader does not see, but a model or a compiler does. */
export interface HiddenRun {
  readonly range: TextRange;
  /** `order`: the text is shown in another order; `tags` and `selectors` carry a text of their own; `zero-width`: nothing is shown. */
  readonly kind: 'order' | 'tags' | 'selectors' | 'zero-width';
  /** The text that tag characters spell. */
  readonly spelled: string;
}

/** Embeddings, overrides and isolates of the bidirectional algorithm. */
const ORDER = '\\u202A-\\u202E\\u2066-\\u2069';
/** Code points that stand for ASCII and are drawn as nothing. */
const TAGS = '\\u{E0001}\\u{E0020}-\\u{E007F}';
/** Spaces, joiners and operators without width. The joiners of emoji and of Persian count only within a run of others. */
const ZERO_WIDTH = '\\u200B\\u2060-\\u2064\\u180E';

const RUNS = new RegExp(
  [
    `(?<order>[${ORDER}]+)`,
    // The flags of England, Scotland and Wales are tags behind a black flag.
    `(?<!\\u{1F3F4})(?<![${TAGS}])(?<tags>[${TAGS}]+)`,
    `(?<selectors>[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]{4,})`,
    `(?<zero>[${ZERO_WIDTH}](?:[${ZERO_WIDTH}]|\\u200C|\\u200D|\\uFEFF)*)`,
  ].join('|'),
  'gu',
);

/** Texts without any of which there is nothing to find. A variation selector alone is part of an emoji. */
export const HIDDEN_TRIGGERS: readonly string[] = [
  ...codePoints(0x202a, 0x202e),
  ...codePoints(0x2066, 0x2069),
  ...codePoints(0x2060, 0x2064),
  '\u200B',
  '\u180E',
  // The first half of every tag and of every further variation selector.
  '\uDB40',
  // One of them alone is part of an emoji.
  ...codePoints(0xfe00, 0xfe0f).flatMap((one) => codePoints(0xfe00, 0xfe0f).map((next) => one + next)),
];

/** Every run of hidden characters in a text. */
export function hiddenRuns(text: string): readonly HiddenRun[] {
  return [...text.matchAll(RUNS)].map(({ 0: run, index, groups = {} }): HiddenRun => {
    const range = { start: index, end: index + run.length };
    if (groups['order'] !== undefined) return { range, kind: 'order', spelled: '' };
    if (groups['tags'] !== undefined) return { range, kind: 'tags', spelled: spelledBy(run) };
    return { range, kind: groups['selectors'] === undefined ? 'zero-width' : 'selectors', spelled: '' };
  });
}

function spelledBy(tags: string): string {
  return tags.replace(/./gu, (tag) => {
    const code = (tag.codePointAt(0) ?? 0) - 0xe0000;
    return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '';
  });
}

function codePoints(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
}
