import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TARGETS } from '../build/targets';
import { markdownTable } from './markdown-table';

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

/** The bundles that were built, with the size each may have. */
export function bundleTable(root: string): string {
  const rows = TARGETS.filter(({ output }) => existsSync(join(root, output))).map(
    ({ name, output, budget }) => {
      const { size } = statSync(join(root, output));
      return [name, kilobytes(size), kilobytes(budget), size <= budget ? 'yes' : 'no'];
    },
  );
  return markdownTable(['bundle', 'size', 'budget', 'within'], rows);
}
