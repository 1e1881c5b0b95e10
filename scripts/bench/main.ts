import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../process/find-program';
import { activationTable } from './activation';
import { bundleTable } from './bundle-sizes';
import { collectCorpus } from './corpus';
import { measureScans } from './scan-measure';
import { scanTable } from './scan-table';
import { writeModelSamples } from './model-samples';
import { modelTable } from './model-table';
import { panelList } from './panel-list';
import { searchTable } from './search-table';
import { TYPED_PROGRAMS } from './typed-programs';
import { typingSession } from './typing-session';
import { typingTable } from './typing-table';

/**
 * Measures the budgets of the design: `npm run bench`. Prints Markdown; with `--write` also writes it to
 * docs/benchmarks.md; with `--quick` without Bandit. Compare the ratios of one run, not the times of two.
 */
async function main(): Promise<void> {
  const root = join(__dirname, '../..');
  const cli = join(root, 'dist/cli.js');
  const workspace = mkdtempSync(join(tmpdir(), 'mlsecops-bench-'));
  try {
    const report = await measureAll(root, cli, workspace);
    console.log(report);
    if (process.argv.includes('--write')) writeFileSync(join(root, 'docs/benchmarks.md'), report);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

async function measureAll(root: string, cli: string, workspace: string): Promise<string> {
  const jobs = Math.min(2, availableParallelism());
  const sections = [
    '# Benchmarks',
    `Written by \`npm run bench -- --write\` on ${cpus()[0]?.model ?? 'an unknown processor'}, ${jobs} jobs, Node ${process.versions.node}. Compare the rows, not the absolute figures.`,
  ];

  const sessions = [];
  for (const program of TYPED_PROGRAMS) sessions.push(await typingSession(cli, program, 400));
  sections.push(
    '## From key press to diagnostics',
    `400 keys in files of 1,000 lines, through the language server protocol over standard input and output: from the moment an edit is sent until its diagnostics are back. Brackets stay open until they are typed.`,
    typingTable(sessions),
  );

  sections.push('## Activation', await activationTable(root));
  sections.push('## Search', searchTable(root));
  sections.push(
    '## Lifecycle panel',
    'From the catalog and the findings to the drawn diagram, in fresh pages of Chromium. The budget is 300 ms with 2,000 findings.',
    await panelList(),
  );

  const python = findProgram('python3');
  if (python === undefined) {
    sections.push('## Scan', 'No Python on this machine, so no corpus of real code.');
  } else {
    const corpus = await collectCorpus(join(workspace, 'corpus'), python);
    const bandit = process.argv.includes('--quick') ? undefined : findProgram('bandit');
    const measures = await measureScans(corpus, { cli, cache: join(workspace, 'cache'), jobs, bandit });
    sections.push(
      '## Scan',
      `${corpus.files.length} files, ${(corpus.bytes / 1e6).toFixed(1)} MB: ${corpus.description}. ` +
        'Each tool is started as a process of its own and reads the same files; nothing else runs.',
      scanTable(corpus, measures),
    );
    if (bandit === undefined) sections.push('Bandit is not installed, so there is nothing to compare with.');
  }

  sections.push(
    '## Model files',
    'Each is started as a process of its own and reads files that are in memory already. `pickletools.dis` prints opcodes and judges nothing.',
    await modelTable(writeModelSamples(join(workspace, 'models')), {
      cli,
      python,
      picklescan: findProgram('picklescan'),
    }),
  );

  sections.push('## Bundles', bundleTable(root));
  return `${sections.join('\n\n')}\n`;
}

void main();
