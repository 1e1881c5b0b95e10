import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_FILE } from '../analysis/configuration/parse-project-file';
import { RULES } from '../analysis/rules/registry.generated';
import type { Guide } from '../catalog/catalog';
import { guideOf, type GuideEntries } from '../catalog/entries';
import { readGuide } from '../catalog/read-guide';
import { mergeTeamCatalog } from '../catalog/team/merge-team-catalog';
import { withoutControlCharacters } from '../report/control-characters';
import type { FileSystem } from '../workspace/file-system';
import { loadConfiguration } from '../workspace/load-configuration';
import { BlockingFileSystem } from '../workspace/node/blocking-file-system';
import type { Terminal } from './environment';
import { writeAll } from './write-all';

/**
 * The guide that lies beside the command, with what the project file of a folder adds to it.
 *
 * @param folder absolute, with `/`; without it the guide is as it ships
 * @param errors where mistakes in the project file are told, one line each
 * @throws Error when the guide is missing or of another version: the installation is broken
 */
export async function loadGuide(folder?: string, errors?: Terminal): Promise<Guide> {
  const builtIn = await builtInGuide();
  if (folder === undefined) return guideOf(builtIn);
  const project = await loadConfiguration(new BlockingFileSystem(), folder, RULES);
  const { entries, problems } = mergeTeamCatalog(builtIn, project.catalog);
  const lines = [...project.problems, ...project.locate(problems)].map(({ line, column, message }) =>
    withoutControlCharacters(`mlsecops: ${PROJECT_FILE}:${line}:${column}: ${message}`),
  );
  if (errors && lines.length > 0) await writeAll(errors.stream, `${lines.join('\n')}\n`);
  return guideOf(entries);
}

/** The guide with what the project file of `root` adds to it, read through `fileSystem`; mistakes in it are left out. */
export async function confinedGuide(fileSystem: FileSystem, root: string): Promise<Guide> {
  const project = await loadConfiguration(fileSystem, root, RULES);
  return guideOf(mergeTeamCatalog(await builtInGuide(), project.catalog).entries);
}

/**
 * The guide as it ships.
 *
 * @throws Error as {@link loadGuide}
 */
export async function builtInGuide(): Promise<GuideEntries> {
  const file = FILES.map((name) => join(__dirname, name)).find((path) => existsSync(path));
  if (file === undefined) throw new Error('catalog.json is missing beside the command');
  return readGuide(await readFile(file, 'utf8'));
}

/** Where it lies: beside the built command, or where `catalog:compile` puts it. */
const FILES = ['catalog.json', '../catalog/guide.generated.json'];
