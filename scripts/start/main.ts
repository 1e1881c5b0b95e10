import { join } from 'node:path';
import { run, statusOf } from '../process/run';
import { openEditor } from './open-editor';

const root = join(__dirname, '../..');

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

/** `npm start`: build, show what the command line finds in the example project, then open it in an editor. */
async function main(): Promise<void> {
  step(1, 'Building');
  await run('npm', ['run', '--silent', 'build'], { cwd: root });
  step(2, 'What the command line finds in examples/');
  // Status 1 only says that there are findings, which is the point of the examples.
  const status = await statusOf(process.execPath, ['dist/cli.js', 'scan', 'examples'], { cwd: root });
  if (status > 1) throw new Error(`The scan ended with status ${status}.`);
  step(3, 'Opening VS Code on examples/');
  await openEditor(root, join(root, 'examples'));
}

function step(number: number, title: string): void {
  console.log(`\n[${number}/3] ${title}`);
}
