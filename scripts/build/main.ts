import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { TARGETS, type BuildTarget } from './targets';
import { thirdPartyNotices } from './third-party-notices';

const root = join(__dirname, '../..');
const development = process.argv.includes('--development');
/** What a terminal and CI need, built where it is used: there a budget is nobody's business. */
const commandLineOnly = process.argv.includes('--command-line');

void main();

/** Builds every target; a bundle over its budget fails the build. */
async function main(): Promise<void> {
  mkdirSync(join(root, 'dist'), { recursive: true });
  copyFileSync(join(root, 'src/catalog/guide.generated.json'), join(root, 'dist/catalog.json'));
  copyFileSync(join(root, 'src/catalog/known-parts.generated.json'), join(root, 'dist/known-parts.json'));
  const bundles = await Promise.all(TARGETS.filter(isWanted).map(bundle));
  writeFileSync(
    join(root, 'THIRD-PARTY-NOTICES.txt'),
    thirdPartyNotices(
      root,
      bundles.flatMap(({ inputs }) => inputs),
    ),
  );
  let failed = false;
  for (const { target, size } of bundles) {
    const over = !development && !commandLineOnly && size > target.budget;
    failed ||= over;
    const share = `${kilobytes(size)} of ${kilobytes(target.budget)}`;
    console.log(`${over ? 'OVER BUDGET ' : ''}${target.output.padEnd(28)} ${share}`);
  }
  if (failed) process.exitCode = 1;
}

function isWanted({ output }: BuildTarget): boolean {
  return !commandLineOnly || !/(?:extension|server|\.web\.js|webview)/u.test(output);
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
    ...(target.splits ? { splitting: true, outdir: dirname(target.output) } : { outfile: target.output }),
  } satisfies BuildOptions;
  // Files of an earlier build have other names and would be packed too.
  if (target.splits) rmSync(join(root, dirname(target.output)), { recursive: true, force: true });
  const { metafile } = await build(options);
  const output = join(root, target.output);
  if (target.output.endsWith('cli.js')) chmodSync(output, 0o755);
  const styles = output.replace(/\.js$/u, '.css');
  const size = loadedAtOnce(target.output, metafile) + (existsSync(styles) ? statSync(styles).size : 0);
  return { target, size, inputs: Object.keys(metafile.inputs) };
}

/** Bytes of a bundle and of the files that it cannot start without. */
function loadedAtOnce(output: string, { outputs }: Metafile): number {
  const files = new Set([output]);
  for (const file of files) {
    for (const { path, kind } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement') files.add(path);
    }
  }
  return [...files].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
