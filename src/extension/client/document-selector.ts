import { READ_LANGUAGES, READ_PATTERNS } from '../names/documents';

/** Schemes that always hold documents somebody works on. */
const EDITED_SCHEMES = ['file', 'untitled', 'vscode-notebook-cell'];

export type DocumentFilter =
  | { readonly scheme: string; readonly language: string; readonly pattern?: string }
  | { readonly scheme: string; readonly language?: string; readonly pattern: string };

/**
 * The documents the server looks after: what it can read in the workspace's own schemes and what is open beside it. Schemes that
 * only show text (`git:`, `output:`) are left out, so that a diff does not list every finding twice.
 */
export function documentSelector(folderSchemes: readonly string[]): DocumentFilter[] {
  const schemes = [...new Set([...EDITED_SCHEMES, ...folderSchemes])];
  return schemes.flatMap((scheme) => [
    ...READ_LANGUAGES.map((language) => ({ scheme, language })),
    ...READ_PATTERNS.map((pattern) => ({ scheme, pattern })),
  ]);
}
