import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalog } from '../../src/catalog/catalog';
import { catalogOf, type CatalogEntries } from '../../src/catalog/entries';
import { checkCatalog } from '../../src/catalog/load';
import { CatalogError } from '../../src/catalog/problem';
import { mergeCatalogFiles, type CatalogFile } from './merge';

export const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/** The YAML files below `folder`, sorted by path, so that the result does not depend on the file system. */
export function readCatalogFiles(folder = join(REPOSITORY, 'catalog')): CatalogFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      return { path: relative(REPOSITORY, file).split(sep).join('/'), text: readFileSync(file, 'utf8') };
    });
}

export type CheckedFiles =
  | { readonly ok: true; readonly catalog: Catalog; readonly entries: CatalogEntries }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Merges and checks catalog files. Problems come as `path:line:column: message`, one each. */
export function checkCatalogFiles(files: readonly CatalogFile[]): CheckedFiles {
  const { data, problems, locate } = mergeCatalogFiles(files);
  try {
    const entries = checkCatalog(data);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, catalog: catalogOf(entries), entries };
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return { ok: false, problems: [...problems, ...error.problems.map(locate)] };
  }
}
