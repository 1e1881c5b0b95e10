import type { PackageFact } from './package-fact';
import { parseRequirement } from './requirement';

/**
 * Reads a pip requirements or constraints file: https://pip.pypa.io/en/stable/reference/requirements-file-format/.
 * Options, URLs and local paths name no package version and are passed by.
 */
export function readRequirements(text: string): readonly PackageFact[] {
  return text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/(^|\s)#.*$/, '')
        .replace(/\s--?[a-z].*$/, '')
        .trim(),
    )
    .filter((line) => line !== '' && !line.startsWith('-'))
    .flatMap((line) => parseRequirement(line) ?? []);
}
