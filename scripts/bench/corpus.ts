import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { capture } from './capture';

/** Real Python files, copied so that every tool reads exactly the same ones. */
export interface Corpus {
  readonly folder: string;
  readonly files: readonly string[];
  readonly bytes: number;
  /** Where the files came from, for the report. */
  readonly description: string;
}

/** Copies the standard library and the installed packages of the machine's Python to `folder`. */
export async function collectCorpus(folder: string, python: string): Promise<Corpus> {
  const script =
    'import json,sys,sysconfig;p=sysconfig.get_paths();' +
    'print(json.dumps([p["stdlib"],p["purelib"]]+[x for x in sys.path if x.endswith("-packages")]))';
  const sources = JSON.parse((await capture(python, ['-c', script])).output) as string[];
  rmSync(folder, { recursive: true, force: true });
  const files: string[] = [];
  let bytes = 0;
  const used = [...new Set(sources)].filter((source) => pythonFiles(source).length > 0);
  for (const [index, source] of used.entries()) {
    for (const path of pythonFiles(source)) {
      // Not `site-packages`, which a scan passes by for good reason.
      const target = join(folder, `${index}-${basename(source).replace('-packages', '')}`, path);
      mkdirSync(join(target, '..'), { recursive: true });
      copyFileSync(join(source, path), target);
      files.push(target);
      bytes += statSync(target).size;
    }
  }
  const version = (await capture(python, ['--version'])).output.trim();
  return { folder, files, bytes, description: `standard library and packages of ${version}` };
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
