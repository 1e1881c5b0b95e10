import type { CatalogProblem } from '../../catalog/problem';
import type { ProjectFile, ProjectFileProblem } from './parse-project-file';

/** Problems of one key of a project file, which another layer checks, at their places in the file and in its order. */
export function sectionProblems(
  { rangeOf }: Pick<ProjectFile, 'rangeOf'>,
  key: 'catalog' | 'policy' | 'attestations',
  problems: readonly CatalogProblem[],
): ProjectFileProblem[] {
  return problems
    .map(({ path, message, atKey }) => ({
      message: `${message.charAt(0).toUpperCase()}${message.slice(1)}`,
      range: rangeOf([key, ...path], atKey ? 'key' : 'value'),
    }))
    .sort((a, b) => a.range.start - b.range.start);
}
