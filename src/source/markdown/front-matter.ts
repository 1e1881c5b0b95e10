/** The settings before a text: `---`, YAML, `---`. */
export interface FrontMatter {
  readonly text: string;
  /** Where it starts in the document. */
  readonly start: number;
  /** Where the text itself begins. */
  readonly end: number;
}

/** The front matter of a Markdown text; undefined when there is none. */
export function frontMatter(text: string): FrontMatter | undefined {
  const opening = /^\uFEFF?---[ \t]*\r?\n/u.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const closing = /^(?:---|\.\.\.)[ \t]*$/mu;
  const rest = text.slice(opening.length);
  const found = closing.exec(rest);
  if (!found) return undefined;
  return {
    text: rest.slice(0, found.index),
    start: opening.length,
    end: opening.length + found.index + found[0].length,
  };
}
