import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from './capture';
import { markdownTable } from './markdown-table';

const RUNS = 9;

/**
 * Time that the extension needs of its own to load and activate, each run in a new process, against an extension that does nothing.
 * An empty `vscode` stands in for the editor, so its share (and the server, which starts beside it) is not in these figures.
 */
export async function activationTable(root: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mlsecops-activation-'));
  try {
    const empty = join(folder, 'empty.js');
    writeFileSync(empty, "require('vscode');\nexports.activate = () => undefined;\n");
    const own = await median(join(root, 'dist/extension.js'));
    const nothing = await median(empty);
    return markdownTable(
      ['load and activate, without the editor', 'median', 'budget'],
      [
        ['this extension', `${own.toFixed(1)} ms`, '50 ms'],
        ['an extension that does nothing', `${nothing.toFixed(1)} ms`, ''],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function median(extension: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { output, exitCode } = await capture(process.execPath, [
      join(__dirname, 'activation-run.mjs'),
      extension,
    ]);
    if (exitCode !== 0) throw new Error(`${extension} could not be activated.`);
    times.push(Number(output));
  }
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? NaN;
}
