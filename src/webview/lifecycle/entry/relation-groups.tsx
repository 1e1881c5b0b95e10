import { entryRef } from '../../../catalog/entry-ref';
import type { EntryKind } from '../../../catalog/entry-kinds';
import { usePanel } from '../panel-context';
import { useRelations } from '../use-relations';
import { EntryLinks } from '../parts/entry-links';
import { Section } from '../parts/section';
import { StageChips } from '../detail/chips';
import { resolve } from '../model/catalog-index';

interface RelationGroupsProps {
  readonly kind: EntryKind;
  readonly id: string;
  /** Headings that the page shows in a way of its own. */
  readonly without?: readonly string[];
}

/** What an entry is related to, by heading, each with its number. */
export function RelationGroups({ kind, id, without = [] }: RelationGroupsProps) {
  const { index } = usePanel();
  const relations = useRelations();
  if (!relations) return null;
  const groups = relations
    .groups(kind, id)
    .filter(({ title }) => !without.includes(title))
    .map(({ title, entries }) => ({
      title,
      // The page on good practice of this very entry stands in it already.
      entries: entries.filter((entry) => !(entry.kind === 'guidance' && entry.id === `${kind}/${id}`)),
    }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <>
      {groups.map(({ title, entries }) => (
        <Section key={title} title={title} count={entries.length}>
          {entries.every((entry) => entry.kind === 'stages') ? (
            <StageChips
              stages={resolve(
                entries.map((entry) => entry.id),
                index.stage,
              )}
            />
          ) : (
            <EntryLinks refs={entries.map((entry) => entryRef(entry.kind, entry.id))} />
          )}
        </Section>
      ))}
    </>
  );
}
