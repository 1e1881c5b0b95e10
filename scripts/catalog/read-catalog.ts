import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalog } from '../../src/catalog/catalog';
import { loadCatalog } from '../../src/catalog/load';
import { CatalogError } from '../../src/catalog/problem';
import { mergeCatalogFiles, type CatalogFile, type MergedCatalog } from './merge';

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
  | { readonly ok: true; readonly catalog: Catalog; readonly data: MergedCatalog['data'] }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Merges and checks catalog files. Problems come as `path:line:column: message`, one each. */
export function checkCatalogFiles(files: readonly CatalogFile[]): CheckedFiles {
  const { data, problems, locate } = mergeCatalogFiles(files);
  try {
    const catalog = loadCatalog(data);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, catalog, data };
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    return { ok: false, problems: [...problems, ...error.problems.map(locate)] };
  }
}
