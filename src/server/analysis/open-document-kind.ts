import { documentKind, type DocumentKind } from '../../source/document-kind';
import type { SourceLanguage } from '../../source/model';

/** Names of languages in editors (https://code.visualstudio.com/docs/languages/identifiers) that tell how a document is read. */
const BY_LANGUAGE_ID: Readonly<Record<string, SourceLanguage>> = {
  python: 'python',
  javascript: 'javascript',
  javascriptreact: 'javascript',
  typescript: 'typescript',
  typescriptreact: 'typescript',
  yaml: 'yaml',
  dockercompose: 'yaml',
  'github-actions-workflow': 'yaml',
  dockerfile: 'dockerfile',
  'pip-requirements': 'requirements',
  shellscript: 'shell',
  dotenv: 'dotenv',
};

/** How an open document is read: by its path as in a scan, else by the language the editor gives it. */
export function openDocumentKind(path: string, languageId: string): DocumentKind | undefined {
  const known = languageId === 'python' ? undefined : documentKind(path);
  const language = known?.language ?? BY_LANGUAGE_ID[languageId];
  if (language === undefined) return undefined;
  return known ?? { language, role: undefined };
}
