import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import type { FormatSample } from '../../test/support/models/samples/sample';
import { formatTable } from './format-table';
import { withOwnTables } from './model-page';
import { withPart } from './page-parts';

const PAGE = join(__dirname, '../../docs/model-samples.md');
const writtenPair = v.object({ library: v.string(), name: v.string() });

/**
 * `npm run models:table`: writes the tables of docs/model-samples.md. The one of files that the libraries themselves write is made where
 * a Python with any of them is (`PYTHON`, else `python3`), and stays as it was elsewhere.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mlsecops-samples-'));
  try {
    let page = withOwnTables(readFileSync(PAGE, 'utf8'));
    const samples = await writtenByLibraries(folder);
    if (samples.length > 0) page = withPart(page, 'libraries', formatTable(samples));
    else console.log('No library of Python is here: its table stays as it was.');
    if (existsSync(join(folder, 'executed'))) throw new Error('A sample was executed.');
    writeFileSync(PAGE, page);
    console.log(`Wrote ${PAGE}, with ${samples.length} pairs of files that libraries wrote.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writtenByLibraries(folder: string): Promise<readonly FormatSample[]> {
  const python = process.env['PYTHON'] ?? 'python3';
  const script = join(__dirname, 'python-samples.py');
  const { stdout, stderr } = await promisify(execFile)(python, [script, folder], { cwd: folder });
  if (stderr !== '') console.error(stderr.trimEnd());
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { library, name } = v.parse(writtenPair, JSON.parse(line));
      const read = (prefix: string): Uint8Array => new Uint8Array(readFileSync(join(folder, prefix + name)));
      return { format: `${name}, ${library}`, name, benign: read('honest-'), harmful: read('harmful-') };
    });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
