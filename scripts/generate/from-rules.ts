import type { GeneratedFile } from './generated-file';

/** Everything that is made from the rules: pages, settings, JSON schema of the project file. */
export function rulesMadeFiles(_root: string): readonly GeneratedFile[] {
  return [];
}
