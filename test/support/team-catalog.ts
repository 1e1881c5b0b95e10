import { parseProjectFile } from '../../src/analysis/configuration/parse-project-file';
import { teamCatalogProblems } from '../../src/analysis/configuration/team-catalog-problems';
import { guideOf } from '../../src/catalog/entries';
import { mergeTeamCatalog } from '../../src/catalog/team/merge-team-catalog';
import { guideEntries } from './guide';

/** Reads a project file and merges its catalog into the built-in one. Problems as people see them: `3:5 what is wrong`. */
export function mergedWith(projectFile: string) {
  const file = parseProjectFile(projectFile, []);
  const { entries, problems, accepted } = mergeTeamCatalog(guideEntries(), file.catalog);
  const all = [...file.problems, ...teamCatalogProblems(file, problems)];
  return {
    entries,
    guide: guideOf(entries),
    problems: all.map(({ message, range }) => {
      const { line, column } = file.positionAt(range.start);
      return `${line}:${column} ${message}`;
    }),
    accepted: accepted.map(({ kind, id }) => `${kind}/${id}`),
  };
}

/** Lines of a project file from the key `catalog` on. */
export const catalogOf = (...lines: readonly string[]): string =>
  ['catalog:', ...lines.map((line) => `  ${line}`)].join('\n');
