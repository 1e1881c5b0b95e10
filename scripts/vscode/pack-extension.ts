import { dirname, join } from 'node:path';
import { mkdirSync, statSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';

// Design, section 8.
const BUDGET = 3_000_000;

/** Packs what ships into `build/mlsecops-lens.vsix` and gives its path. @throws Error when it is over its budget */
export async function packExtension(root: string): Promise<string> {
  const packagePath = join(root, 'build/mlsecops-lens.vsix');
  mkdirSync(dirname(packagePath), { recursive: true });
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = statSync(packagePath);
  if (size > BUDGET) throw new Error(`The packed extension has ${size} bytes; its budget is ${BUDGET}.`);
  return packagePath;
}
