import type { FolderEntry } from '../file-system';

/** Version-control data: never source, whatever the settings. */
const REPOSITORY_DATA = new Set(['.git', '.hg', '.svn', '.jj']);

/** Folders that hold installed packages or caches. Folders such as `build` are left to `.gitignore`: some are source. */
const GENERATED = new Set([
  '__pycache__',
  '__pypackages__',
  '.cache',
  '.conda',
  '.direnv',
  '.eggs',
  '.ipynb_checkpoints',
  '.mypy_cache',
  '.nox',
  '.pytest_cache',
  '.ruff_cache',
  '.tox',
  '.venv',
  '.vscode-test',
  'bower_components',
  'node_modules',
  'site-packages',
]);

/** Whether the walk goes past a folder of this name. With `everything`, only version-control data is passed by. */
export function isSkippedFolder(name: string, everything: boolean): boolean {
  return REPOSITORY_DATA.has(name) || (!everything && GENERATED.has(name));
}

/** Whether a folder with these entries is a Python virtual environment, whatever its name (PEP 405). */
export function isVirtualEnvironment(entries: readonly FolderEntry[]): boolean {
  return entries.some(({ name, type }) => name === 'pyvenv.cfg' && type === 'file');
}
