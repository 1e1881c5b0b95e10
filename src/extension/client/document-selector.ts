/** Schemes that always hold documents somebody works on. */
const EDITED_SCHEMES = ['file', 'untitled', 'vscode-notebook-cell'];

export interface DocumentFilter {
  readonly scheme: string;
  readonly language: string;
  readonly pattern?: string;
}

/**
 * The documents the server looks after: Python in the workspace's own schemes and what is open beside it. Schemes that
 * only show text (`git:`, `output:`) are left out, so that a diff does not list every finding twice.
 */
export function documentSelector(folderSchemes: readonly string[]): DocumentFilter[] {
  const schemes = [...new Set([...EDITED_SCHEMES, ...folderSchemes])];
  return schemes.flatMap((scheme) => [
    { scheme, language: 'python' },
    { scheme, language: 'yaml', pattern: '**/.mlsecops.yaml' },
  ]);
}
