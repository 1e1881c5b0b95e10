import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { scratchFolder } from '../../../support/scratch-folder';
import { TARGETS } from '../../../../scripts/build/targets';

/** Builds the command line and what it loads as they ship, into a folder of their own; returns the path of `cli.js`. */
export async function buildCli(): Promise<string> {
  const folder = scratchFolder('dist');
  const wanted = TARGETS.filter(({ output }) =>
    [
      'dist/cli.js',
      'dist/worker.js',
      'dist/languages.js',
      'dist/inspector.js',
      'dist/mcp.js',
      'dist/exports.js',
    ].includes(output),
  );
  await Promise.all(
    wanted.map(({ options, output }) =>
      build({
        bundle: true,
        logLevel: 'error',
        ...options,
        outfile: join(folder, output.replace('dist/', '')),
      }),
    ),
  );
  const catalog = join(__dirname, '../../../../src/catalog');
  copyFileSync(join(catalog, 'guide.generated.json'), join(folder, 'catalog.json'));
  copyFileSync(join(catalog, 'known-parts.generated.json'), join(folder, 'known-parts.json'));
  return join(folder, 'cli.js');
}
