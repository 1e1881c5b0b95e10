import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ruleRegistry } from './rule-registry';

const root = join(__dirname, '../..');
void main();

async function main(): Promise<void> {
  // The registry must be on disk before anything that imports the rules can be loaded.
  write(ruleRegistry(root));
  const { rulesMadeFiles } = await import('./from-rules');
  for (const file of rulesMadeFiles(root)) write(file);
}

function write({ path, content }: { path: string; content: string }): void {
  const target = join(root, path);
  const there = readIfThere(target);
  if (there === content) return;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  console.log(`wrote ${path}`);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
