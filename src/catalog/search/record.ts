import type { Guide } from '../catalog';
import { editionRanks, frameworkOf } from './edition-rank';
import { parseEntryRef } from '../entry-ref';
import { guideEntry } from '../guide-entry';
import type { SearchHit } from './search-hit';
import { longTexts } from './texts';
import { SEARCHED_KINDS } from './kinds';
import { frameworkNames, idForm, idSpellings } from './names';

/** Something else to be searched along with the catalog. */
export interface ExtraEntry {
  readonly kind: 'rules';
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

/** An entry as the search sees it. */
export interface SearchRecord {
  readonly kind: SearchHit['kind'];
  readonly id: string;
  readonly title: string;
  /** The id as people write it; empty where it is only a name for the machine. */
  readonly label: string;
  /** Forms of the id (see `idForm`). */
  readonly names: readonly string[];
  /** Other titles. */
  readonly aliases: readonly string[];
  readonly summary: string;
  /** The longer texts of the entry: steps, reasons, what to look for. */
  readonly texts: readonly string[];
  /** Place of the kind in the order people mean them. */
  readonly kindRank: number;
  /** Place of its framework: the newest edition first, superseded ones last. */
  readonly editionRank: number;
}

interface AnyEntry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly label?: string;
  readonly aliases?: readonly string[];
  readonly persona?: string | undefined;
  readonly shortTitle?: string;
  readonly number?: number;
}

/** Everything that can be found, by kind in the order of `SEARCHED_KINDS`. */
export function searchRecords(guide: Guide, extra: readonly ExtraEntry[]): SearchRecord[] {
  const editions = editionRanks(guide);
  const heads = new Set([...guide.items.values()].map(({ parent }) => parent));
  return SEARCHED_KINDS.flatMap((kind, kindRank) => {
    const entries: readonly AnyEntry[] = kind === 'rules' ? extra : [...guide[kind].values()];
    return entries.map((entry): SearchRecord => {
      const { id, title, summary, aliases = [], persona, shortTitle } = entry;
      const label = kind === 'rules' ? id : (guideEntry(guide, kind, id)?.label ?? '');
      return {
        kind,
        id,
        title,
        label,
        names: namesOf(kind, entry, label || labelOfSubject(guide, kind, id), heads.has(id)),
        aliases: [...aliases, persona, shortTitle, kind === 'items' ? label : undefined].filter(
          (name) => name !== undefined,
        ),
        summary,
        texts: longTexts(entry),
        kindRank,
        editionRank: editions.get(kind === 'frameworks' ? id : frameworkOf(id)) ?? 0,
      };
    });
  });
}

/** A page of good practice is asked for like the entry it is about. */
function labelOfSubject(guide: Guide, kind: SearchHit['kind'], id: string): string {
  const about = kind === 'guidance' ? parseEntryRef(id) : undefined;
  return about === undefined ? '' : (guideEntry(guide, about.kind, about.id)?.label ?? '');
}

function namesOf(
  kind: SearchHit['kind'],
  { id, number }: AnyEntry,
  label: string,
  isHead: boolean,
): string[] {
  // Threats have ids of our own choice that read like what people say of them.
  if (kind === 'threats') return [];
  const names = idSpellings(id, label, isHead);
  if (kind === 'frameworks') names.push(...frameworkNames(id).map(idForm));
  if (kind === 'stages' && number !== undefined) names.push(`stage${number}`);
  if (kind === 'maturityLevels' && number !== undefined) names.push(`level${number}`);
  return names;
}
