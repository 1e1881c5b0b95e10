import { isCatalogKind } from '../../src/catalog/kinds';
import { parseLocatedYaml, type LocatedYaml, type YamlLimits } from '../../src/catalog/located-yaml';
import type { CatalogProblem } from '../../src/catalog/problem';

export interface CatalogFile {
  /** Shown in messages: `catalog/risks/owasp-ml-2023.yaml`. */
  readonly path: string;
  readonly text: string;
}

export interface MergedCatalog {
  /** The files' lists joined by kind, as `loadCatalog` takes them. */
  readonly data: Readonly<Record<string, readonly unknown[]>>;
  /** What was wrong with the files themselves: `path:line:column: message`. */
  readonly problems: readonly string[];
  /** The same line for a problem in `data`. */
  readonly locate: (problem: CatalogProblem) => string;
}

interface Origin {
  readonly file: CatalogFile;
  readonly yaml: LocatedYaml;
  readonly index: number;
}

/** Our own files may be larger than a foreign one. */
const LIMITS: YamlLimits = { length: 5_000_000, aliases: 100, depth: 32 };

/** Joins catalog files and remembers where each entry came from. */
export function mergeCatalogFiles(files: readonly CatalogFile[]): MergedCatalog {
  const data: Record<string, unknown[]> = {};
  const origins = new Map<unknown, Origin[]>();
  const problems: string[] = [];

  for (const file of files) {
    const yaml = parseLocatedYaml(file.text, LIMITS);
    const report = (message: string, start: number): void =>
      void problems.push(lineOf(file, yaml, start, message));
    for (const { message, range } of yaml.problems) report(message.split('\n')[0] ?? message, range.start);
    if (yaml.data === undefined || yaml.data === null) continue;
    if (typeof yaml.data !== 'object' || Array.isArray(yaml.data)) {
      report('a catalog file is a mapping from kind to list', 0);
      continue;
    }
    for (const [kind, list] of Object.entries(yaml.data)) {
      const key = yaml.rangeOf([kind], 'key').start;
      if (!isCatalogKind(kind)) report(`unknown kind "${kind}"`, key);
      else if (!Array.isArray(list)) report(`"${kind}" must be a list`, key);
      else {
        (data[kind] ??= []).push(...(list as unknown[]));
        const known = origins.get(kind) ?? [];
        known.push(...list.map((_, index): Origin => ({ file, yaml, index })));
        origins.set(kind, known);
      }
    }
  }

  const locate = ({ path, message, atKey }: CatalogProblem): string => {
    const [kind, index, ...rest] = path;
    const origin = typeof index === 'number' ? origins.get(kind)?.[index] : undefined;
    if (origin === undefined || kind === undefined) return `catalog: ${message}`;
    const range = origin.yaml.rangeOf([kind, origin.index, ...rest], atKey ? 'key' : 'value');
    return lineOf(origin.file, origin.yaml, range.start, message);
  };
  return { data, problems, locate };
}

function lineOf(file: CatalogFile, yaml: LocatedYaml, offset: number, message: string): string {
  const { line, column } = yaml.positionAt(offset);
  return `${file.path}:${line}:${column}: ${message}`;
}
