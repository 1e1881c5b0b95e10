import type { Connection } from 'vscode-languageserver';
import * as v from 'valibot';
import type { Guide } from '../../catalog/catalog';
import { guideOf, type GuideEntries } from '../../catalog/entries';
import type { CatalogProblem } from '../../catalog/problem';
import { readGuide } from '../../catalog/read-guide';
import { Relations } from '../../catalog/relations';
import { CatalogSearch } from '../../catalog/search/catalog-search';
import { mergeTeamCatalogs } from '../../catalog/team/merge-team-catalogs';
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

/** What came of the catalogs of the workspace's project files. */
export interface TeamResult {
  /** Whether the guide is another one than before. */
  readonly changed: boolean;
  /** What is wrong, by the place of the catalog in the list that was given. */
  readonly problems: readonly (readonly CatalogProblem[])[];
}

/**
 * The guide of the catalog with what the project files add to it. It is read on first use: analysis and diagnostics do
 * without it, and so does a workspace that adds nothing.
 */
export class GuideSource {
  private builtIn: Promise<GuideEntries> | undefined;
  private loaded: Promise<LoadedGuide> | undefined;
  /** The merged catalog; undefined when nothing is added. */
  private merged: GuideEntries | undefined;
  /** What it is merged from, as text that can be compared. */
  private inForce = NOTHING;
  private turn = 0;

  constructor(
    private readonly connection: Connection,
    private readonly host: ServerHost,
    private readonly rules: readonly Rule[],
  ) {}

  /** @throws Error when the file is missing or of another version; the next call tries again */
  get(): Promise<LoadedGuide> {
    this.loaded ??= this.load().catch((error: unknown) => {
      this.loaded = undefined;
      throw error;
    });
    return this.loaded;
  }

  /**
   * Takes the catalogs of all project files instead of those before.
   *
   * @param catalogs what stands under `catalog` in each file, undefined where nothing does
   * @returns undefined when other catalogs were given before these were merged
   * @throws Error as {@link get}, and only when there is something to merge
   */
  async useTeamCatalogs(catalogs: readonly unknown[]): Promise<TeamResult | undefined> {
    this.turn += 1;
    const { turn } = this;
    if (catalogs.every((catalog) => catalog === undefined)) {
      return { changed: this.putInForce(undefined, NOTHING), problems: [] };
    }
    const builtIn = await this.readBuiltIn();
    if (turn !== this.turn) return undefined;
    const { entries, accepted, problems } = mergeTeamCatalogs(builtIn, catalogs);
    const text = JSON.stringify(accepted.map(({ kind, given }) => [kind, given]));
    return { changed: this.putInForce(entries, text), problems };
  }

  private putInForce(entries: GuideEntries | undefined, text: string): boolean {
    if (text === this.inForce) return false;
    this.inForce = text;
    this.merged = entries;
    this.loaded = undefined;
    return true;
  }

  private async load(): Promise<LoadedGuide> {
    const builtIn = await this.readBuiltIn();
    const entries = this.merged ?? builtIn;
    const guide = guideOf(entries);
    return {
      entries,
      guide,
      relations: once(() => new Relations(guide)),
      search: once(() => new CatalogSearch(guide, this.rules.map(searchedRule))),
    };
  }

  private readBuiltIn(): Promise<GuideEntries> {
    this.builtIn ??= this.readFile().catch((error: unknown) => {
      this.builtIn = undefined;
      throw error;
    });
    return this.builtIn;
  }

  private async readFile(): Promise<GuideEntries> {
    const text = this.host.readCatalog
      ? await this.host.readCatalog()
      : v.parse(readResult, await this.connection.sendRequest(READ_CATALOG_METHOD)).text;
    return readGuide(text);
  }
}

const NOTHING = '[]';

function searchedRule({ id, title, what }: Rule) {
  return { kind: 'rules' as const, id, title, summary: what };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
