/** A file that a command makes: written by `npm run generate`, compared by a test. */
export interface GeneratedFile {
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  readonly content: string;
}
