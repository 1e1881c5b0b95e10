import { withoutControlCharacters } from '../control-characters';
import { placeOf } from '../labels';
import type { ScanReport } from '../scan-report';

/** What could not be read, or only in part, each with its place. */
export function notRead({ configurationProblems, problems, results }: ScanReport): string[] {
  return [
    ...configurationProblems.map(({ path, line, message }) => `${path}:${line}: ${message}`),
    ...problems.map(({ path, message }) => `${path || '.'}: ${message}`),
    ...results.flatMap(({ path, problems: located }) =>
      located.map(({ message, location }) => `${placeOf(path, location)}: ${message}`),
    ),
  ].map(withoutControlCharacters);
}
