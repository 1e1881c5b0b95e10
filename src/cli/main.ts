import { join } from 'node:path';
import { isatty } from 'node:tty';
import { loadExportsWith } from '../report/lifecycle/exports-module';
import { loadLanguagesWith } from '../source/front-ends';
import { loadBomWith } from '../supplychain/bom/bom-module';
import { loadInspectorWith } from '../workspace/model-files/inspector-module';
import { loadBomBundle } from '../workspace/node/bom-bundle';
import { loadInspectorBundle } from '../workspace/node/inspector-bundle';
import { loadLanguagesBundle } from '../workspace/node/languages-bundle';
import { toSlashes } from '../workspace/node/to-slashes';
import type { CliEnvironment } from './environment';
import { EXIT } from './exit-code';
import { loadExportsBundle } from './exports-bundle';
import { waitToOptimize } from './patient-compiler';
import { runCli } from './program';
import { isBrokenPipe } from './write-all';

waitToOptimize();
loadLanguagesWith(loadLanguagesBundle);
loadInspectorWith(loadInspectorBundle);
loadBomWith(loadBomBundle);
loadExportsWith(loadExportsBundle);

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: Error) => {
    if (!isBrokenPipe(error)) throw error;
  });
}

const environment: CliEnvironment = {
  workingFolder: toSlashes(process.cwd()),
  variables: process.env,
  output: { stream: process.stdout, isTerminal: isatty(process.stdout.fd) },
  errors: { stream: process.stderr, isTerminal: isatty(process.stderr.fd) },
  interruption,
  today: () => new Date().toISOString().slice(0, 10),
  workerScript: join(__dirname, 'worker.js'),
};

function interruption(): AbortSignal {
  const controller = new AbortController();
  process.on('SIGINT', () => {
    // The second Ctrl+C does not wait for anything.
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  });
  return controller.signal;
}

void runCli(process.argv.slice(2), environment).then((code) => {
  if (code !== undefined) process.exitCode = code;
});
