import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratchFolder } from '../../support/scratch-folder';
import { buildCli } from '../../unit/cli/support/build-cli';

const ROOT = join(__dirname, '../../..');

/** A folder with what CI runs of this repository: the action, its scripts and the built command line. */
export async function ciFolder(): Promise<string> {
  const folder = join(scratchFolder('ci'), 'mlsecops-lens');
  mkdirSync(folder);
  for (const path of ['action.yml', 'scripts/ci'])
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  cpSync(dirname(await buildCli()), join(folder, 'dist'), { recursive: true });
  return folder;
}
