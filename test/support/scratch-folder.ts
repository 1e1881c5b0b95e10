import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

/** A new folder that is gone when the tests of the file are through, with what stands in it. */
export function scratchFolder(name: string): string {
  // Caches are put beside a workspace, so that everything gets a folder around it.
  const outer = mkdtempSync(join(tmpdir(), `mlsecops-${name}-`));
  made.push(outer);
  return outer;
}

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});
