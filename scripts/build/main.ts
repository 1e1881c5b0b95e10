import { chmodSync, copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { TARGETS, type BuildTarget } from './targets';
import { thirdPartyNotices } from './third-party-notices';

const root = join(__dirname, '../..');
const development = process.argv.includes('--development');

void main();

/** Builds every target; a bundle over its budget fails the build. */
async function main(): Promise<void> {
  mkdirSync(join(root, 'dist'), { recursive: true });
  copyFileSync(join(root, 'src/catalog/guide.generated.json'), join(root, 'dist/catalog.json'));
  const bundles = await Promise.all(TARGETS.map(bundle));
  writeFileSync(
    join(root, 'THIRD-PARTY-NOTICES.txt'),
    thirdPartyNotices(
      root,
      bundles.flatMap(({ inputs }) => inputs),
    ),
  );
  let failed = false;
  for (const { target, size } of bundles) {
    const over = !development && size > target.budget;
    failed ||= over;
    const share = `${kilobytes(size)} of ${kilobytes(target.budget)}`;
    console.log(`${over ? 'OVER BUDGET ' : ''}${target.output.padEnd(28)} ${share}`);
  }
  if (failed) process.exitCode = 1;
}

interface Bundle {
  readonly target: BuildTarget;
  readonly size: number;
  readonly inputs: readonly string[];
}

async function bundle(target: BuildTarget): Promise<Bundle> {
  const options = {
    bundle: true,
    minify: !development,
    sourcemap: development ? 'inline' : false,
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: root,
    define: { 'process.env.NODE_ENV': '"production"' },
    ...target.options,
    metafile: true as const,
    outfile: target.output,
  } satisfies BuildOptions;
  const { metafile } = await build(options);
  const output = join(root, target.output);
  if (target.output.endsWith('cli.js')) chmodSync(output, 0o755);
  const styles = output.replace(/\.js$/u, '.css');
  const size = statSync(output).size + (existsSync(styles) ? statSync(styles).size : 0);
  return { target, size, inputs: Object.keys(metafile.inputs) };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
