import type { Guide } from '../../catalog/catalog';
import type { EntryKind } from '../../catalog/entry-kinds';
import { guideEntry } from '../../catalog/guide-entry';
import { sentences, spokenList } from './wording';

/** Title of an entry, the id itself when there is none. */
export function titleOf(guide: Guide, kind: EntryKind, id: string): string {
  return guideEntry(guide, kind, id)?.title ?? id;
}

/** `Malware scan of models (C06) and Safe serialization only (C07)`. */
export function namedEntries(guide: Guide, kind: EntryKind, ids: readonly string[]): string {
  return spokenList(
    ids.map((id) => {
      const entry = guideEntry(guide, kind, id);
      return entry && entry.label !== '' ? `${entry.title} (${entry.label})` : (entry?.title ?? id);
    }),
  );
}

/** `Controls: Malware scan of models (C06)`; empty for none. */
export function listed(heading: string, guide: Guide, kind: EntryKind, ids: readonly string[]): string {
  return ids.length === 0 ? '' : sentences(`${heading}: ${namedEntries(guide, kind, ids)}`);
}

/** How many names a row of many takes; its page has them all. */
const FEW = 4;

/** `Closed by: Sign models and datasets, Malware scan of models and 3 more`; empty for none. */
export function fewNamed(heading: string, guide: Guide, kind: EntryKind, ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const named = ids.slice(0, FEW).map((id) => titleOf(guide, kind, id));
  const more = ids.length - named.length;
  return `${heading}: ${spokenList(more > 0 ? [...named, `${more} more`] : named)}`;
}

/** Where stages stand: `MLSecOps 2 and 3, LLMSecOps 5`. */
export function stagePlaces(guide: Guide, ids: readonly string[]): string {
  const parts = [...guide.lifecycles.values()].flatMap((lifecycle) => {
    const numbers = lifecycle.stages.flatMap((id) =>
      ids.includes(id) ? [guide.stages.get(id)?.number ?? 0] : [],
    );
    const name = lifecycle.title.split(' ')[0] ?? lifecycle.title;
    return numbers.length > 0 ? [`${name} ${spokenList(numbers.map(String))}`] : [];
  });
  return parts.join(', ');
}
