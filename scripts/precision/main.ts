import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../process/run';
import { type Found, parseReport } from './found';
import { precisionReport } from './report';

/**
 * Scans folders of foreign code and prints what a person needs to judge the findings: `npm run precision -- FOLDER...`,
 * with `--count N` for the size of the sample (50) and `--preset` for the rules (recommended). docs/precision.md keeps the verdicts.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: 'string', default: '50' },
      preset: { type: 'string', default: 'recommended' },
    },
  });
  const size = Number(values.count);
  if (positionals.length === 0 || !Number.isInteger(size) || size < 1) {
    throw new Error('Give the folders to scan, and with --count how many findings to list.');
  }
  const workspace = mkdtempSync(join(tmpdir(), 'mlsecops-precision-'));
  try {
    const findings: Found[] = [];
    for (const [at, folder] of positionals.entries()) {
      const report = await scan(folder, values.preset, join(workspace, `${at}.json`));
      console.log(`${folder}: ${report.totals.files} files, ${report.totals.analyzed} analysed.\n`);
      findings.push(...report.findings);
    }
    console.log(precisionReport(findings, size));
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

async function scan(folder: string, preset: string, output: string): Promise<ReturnType<typeof parseReport>> {
  const cli = join(__dirname, '../../dist/cli.js');
  await run(process.execPath, [
    cli,
    'scan',
    folder,
    '--preset',
    preset,
    '--format',
    'json',
    '--output',
    output,
    '--fail-on',
    'never',
    '--no-ignore',
    '--no-cache',
  ]);
  return parseReport(readFileSync(output, 'utf8'));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
