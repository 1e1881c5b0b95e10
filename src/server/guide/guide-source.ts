import type { Connection } from 'vscode-languageserver';
import * as v from 'valibot';
import type { Guide } from '../../catalog/catalog';
import { guideOf, type GuideEntries } from '../../catalog/entries';
import { readGuide } from '../../catalog/read-guide';
import { Relations } from '../../catalog/relations';
import { CatalogSearch } from '../../catalog/search';
import { READ_CATALOG_METHOD } from '../../protocol/messages';
import type { Rule } from '../../analysis/rule';
import type { ServerHost } from '../host';

const readResult = v.object({ text: v.string() });

/** The guide and what is made from it. */
export interface LoadedGuide {
  readonly entries: GuideEntries;
  readonly guide: Guide;
  readonly relations: () => Relations;
  readonly search: () => CatalogSearch;
}

/** The guide of the catalog, read on first use: analysis and diagnostics do without it. */
export class GuideSource {
  private loaded: Promise<LoadedGuide> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly host: ServerHost,
    private readonly rules: readonly Rule[],
  ) {}

  /** @throws Error when the file is missing or of another version; the next call tries again */
  get(): Promise<LoadedGuide> {
    this.loaded ??= this.read().catch((error: unknown) => {
      this.loaded = undefined;
      throw error;
    });
    return this.loaded;
  }

  private async read(): Promise<LoadedGuide> {
    const text = this.host.readCatalog
      ? await this.host.readCatalog()
      : v.parse(readResult, await this.connection.sendRequest(READ_CATALOG_METHOD)).text;
    const entries = readGuide(text);
    const guide = guideOf(entries);
    return {
      entries,
      guide,
      relations: once(() => new Relations(guide)),
      search: once(() => new CatalogSearch(guide, this.rules.map(searchedRule))),
    };
  }
}

function searchedRule({ id, title, what }: Rule) {
  return { kind: 'rules' as const, id, title, summary: what };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
