import { join } from 'node:path';
import { build } from 'esbuild';
import { scratchFolder } from '../../../support/scratch-folder';
import { TARGETS } from '../../../../scripts/build/targets';

/** Builds the command line and what it loads as they ship, into a folder of their own; returns the path of `cli.js`. */
export async function buildCli(): Promise<string> {
  const folder = scratchFolder('dist');
  const wanted = TARGETS.filter(({ output }) =>
    ['dist/cli.js', 'dist/worker.js', 'dist/languages.js', 'dist/inspector.js'].includes(output),
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
  return join(folder, 'cli.js');
}
