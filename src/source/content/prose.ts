import type { TextRange } from '../range';

/** A text for people or for a model: Markdown in blocks. */
export interface Prose {
  readonly blocks: readonly ProseBlock[];
}

export interface ProseBlock {
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'code' | 'html' | 'comment' | 'table';
  /** Language of a code block. */
  readonly language: string | undefined;
  /** Its text without Markdown's own signs. */
  readonly text: string;
  readonly range: TextRange;
  /** Headings it stands below, outermost first. */
  readonly headings: readonly string[];
}
