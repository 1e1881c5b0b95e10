import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const packageSchema = v.object({ name: v.string(), version: v.string(), license: v.string() });

const PACKAGE_FOLDER = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//u;

/**
 * The names, licences and licence texts of the packages that the bundles hold.
 *
 * @param root folder of the repository
 * @param inputs files that went into the bundles, as esbuild's metafile names them
 */
export function thirdPartyNotices(root: string, inputs: Iterable<string>): string {
  const folders = new Set<string>();
  for (const input of inputs) {
    const match = PACKAGE_FOLDER.exec(input);
    if (match) folders.add(input.slice(0, match[0].length - 1));
  }
  const notices = [...folders].sort().map((folder) => notice(join(root, folder)));
  return `MLSecOps Lens contains the following packages.\n\n${notices.join('\n')}`;
}

function notice(folder: string): string {
  const { name, version, license } = v.parse(
    packageSchema,
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  // The Apache license wants a notice to be passed on with it.
  const files = ['licen[cs]e|copying', 'notice'].flatMap(
    (names) => readdirSync(folder).find((entry) => new RegExp(`^(?:${names})`, 'iu').test(entry)) ?? [],
  );
  const text =
    files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n') ||
    'No licence text in the package.';
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`;
}
