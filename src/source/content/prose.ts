import type { TextRange } from '../range';
import type { TextPlace } from './text-place';

/** A text for people or for a model: Markdown in blocks. */
export interface Prose {
  readonly blocks: readonly ProseBlock[];
  readonly links: readonly ProseLink[];
}

export interface ProseBlock {
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'code' | 'html' | 'comment' | 'table';
  /** Language of a code block. */
  readonly language: string | undefined;
  /** Its text without Markdown's own signs. */
  readonly text: string;
  readonly range: TextRange;
  /** Where the characters of `text` stand. */
  readonly place: TextPlace;
  /** Headings it stands below, outermost first. */
  readonly headings: readonly string[];
}

/** An address that a text links to, or an image that whoever shows the text fetches. */
export interface ProseLink {
  readonly kind: 'link' | 'image';
  readonly address: string;
  readonly range: TextRange;
}
