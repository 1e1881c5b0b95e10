import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { capture } from './capture';

/** Real Python files, copied so that every tool reads exactly the same ones. */
export interface Corpus {
  readonly folder: string;
  readonly files: readonly string[];
  readonly bytes: number;
  /** Where the files came from, for the report. */
  readonly description: string;
}

/** Bandit reads about half a megabyte a second: more than this would take it many minutes. */
const MAXIMUM_BYTES = 30e6;

/** Copies the standard library and the installed packages of the machine's Python to `folder`, or an even sample of them. */
export async function collectCorpus(folder: string, python: string): Promise<Corpus> {
  const script =
    'import json,sys,sysconfig;p=sysconfig.get_paths();' +
    'print(json.dumps([p["stdlib"],p["purelib"]]+[x for x in sys.path if x.endswith("-packages")]))';
  const folders = JSON.parse((await capture(python, ['-c', script])).output) as string[];
  const all = [...new Set(folders)].flatMap((source, index) =>
    pythonFiles(source).map((path) => ({ from: join(source, path), to: join(folder, `${index}`, path) })),
  );
  const total = all.reduce((sum, { from }) => sum + statSync(from).size, 0);
  const stride = Math.ceil(total / MAXIMUM_BYTES);
  const taken = all.filter((_, at) => at % stride === 0);

  rmSync(folder, { recursive: true, force: true });
  let bytes = 0;
  for (const { from, to } of taken) {
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
    bytes += statSync(to).size;
  }
  const version = (await capture(python, ['--version'])).output.trim();
  const share = stride === 1 ? '' : `every ${stride}th file of the `;
  const description = `${share}standard library and packages of ${version}`;
  return { folder, files: taken.map(({ to }) => to), bytes, description };
}

/** Regular files only: a link would be read by one tool and not by the other. */
function pythonFiles(folder: string, below = ''): readonly string[] {
  let entries;
  try {
    entries = readdirSync(join(folder, below), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(below, entry.name);
    if (entry.isDirectory()) return entry.name.endsWith('-packages') ? [] : pythonFiles(folder, path);
    return entry.isFile() && entry.name.endsWith('.py') ? [path] : [];
  });
}
