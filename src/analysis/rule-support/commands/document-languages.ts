import type { SourceLanguage } from '../../../source/model';

/** Languages whose documents hold commands; notebooks are Python. */
export const COMMAND_LANGUAGES: readonly SourceLanguage[] = [
  'shell',
  'dockerfile',
  'yaml',
  'json',
  'toml',
  'markdown',
  'python',
];

/** Languages whose documents ask for packages. */
export const PACKAGE_LANGUAGES: readonly SourceLanguage[] = [...COMMAND_LANGUAGES, 'requirements', 'ini'];
