import type { CatalogProblem } from '../../catalog/problem';
import type { ProjectFile, ProjectFileProblem } from './parse-project-file';

/** Problems of the catalog in a project file, at their places in the file and in its order. */
export function teamCatalogProblems(
  { rangeOf }: Pick<ProjectFile, 'rangeOf'>,
  problems: readonly CatalogProblem[],
): ProjectFileProblem[] {
  return problems
    .map(({ path, message, atKey }) => ({
      message: `${message.charAt(0).toUpperCase()}${message.slice(1)}`,
      range: rangeOf(['catalog', ...path], atKey ? 'key' : 'value'),
    }))
    .sort((a, b) => a.range.start - b.range.start);
}
