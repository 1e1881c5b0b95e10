import type { CatalogProblem } from '../../catalog/problem';
import type { ProjectFile, ProjectFileProblem } from './parse-project-file';
import { sectionProblems } from './section-problems';

/** Problems of the catalog in a project file, at their places in the file and in its order. */
export function teamCatalogProblems(
  file: Pick<ProjectFile, 'rangeOf'>,
  problems: readonly CatalogProblem[],
): ProjectFileProblem[] {
  return sectionProblems(file, 'catalog', problems);
}
