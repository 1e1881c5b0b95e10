import { chmodSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { TARGETS, type BuildTarget } from './targets';

const root = join(__dirname, '../..');
const development = process.argv.includes('--development');

void main();

/** Builds every target; a bundle over its budget fails the build. */
async function main(): Promise<void> {
  const sizes = await Promise.all(TARGETS.map(bundle));
  let failed = false;
  for (const { target, size } of sizes) {
    const over = !development && size > target.budget;
    failed ||= over;
    const share = `${kilobytes(size)} of ${kilobytes(target.budget)}`;
    console.log(`${over ? 'OVER BUDGET ' : ''}${target.output.padEnd(28)} ${share}`);
  }
  if (failed) process.exitCode = 1;
}

async function bundle(target: BuildTarget): Promise<{ target: BuildTarget; size: number }> {
  const options: BuildOptions = {
    bundle: true,
    minify: !development,
    sourcemap: development ? 'inline' : false,
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: root,
    define: { 'process.env.NODE_ENV': '"production"' },
    ...target.options,
    outfile: target.output,
  };
  await build(options);
  const output = join(root, target.output);
  if (target.output.endsWith('cli.js')) chmodSync(output, 0o755);
  const styles = output.replace(/\.js$/u, '.css');
  return { target, size: statSync(output).size + (existsSync(styles) ? statSync(styles).size : 0) };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
