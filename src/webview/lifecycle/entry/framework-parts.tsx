import { frameworkMembers } from '../../../catalog/framework-members';
import type { GuideEntry } from '../../../catalog/guide-entry';
import type { Framework, Item, Retired, Source } from '../../../catalog/schema/framework';
import { useOverlayChoices } from '../overlay/use-overlay-choices';
import { usePanel } from '../panel-context';
import { CodeText } from '../parts/code-text';
import { EntryLink, EntryLinks } from '../parts/entry-links';
import { ExternalLink } from '../parts/external-link';
import { FoldedList } from '../parts/folded-list';
import { Section } from '../parts/section';
import { Facts } from './facts';

/** Facts of a framework, the ways to see it, and its members under their headings. */
export function FrameworkParts({ entry }: { readonly entry: Framework }) {
  const { index, go, state } = usePanel();
  const drawn = useOverlayChoices().some(({ id }) => id === entry.id);
  const members = frameworkMembers(index.guide, entry.id);
  return (
    <>
      <Facts
        facts={[
          ['Edition', entry.edition],
          ['Publisher', entry.publisher],
          ['Published', entry.date],
          ['Licence of its text', entry.licence],
        ]}
      />
      {entry.superseded && (
        <p class="quiet">A newer edition exists; this one is kept because findings still name it.</p>
      )}
      <p class="page-action">
        {drawn && (
          <button type="button" class="secondary" onClick={() => go({ view: 'diagram', overlay: entry.id })}>
            Show on the diagram
          </button>
        )}{' '}
        <button
          type="button"
          class="secondary"
          onClick={() =>
            go({
              view: 'crosswalk',
              crosswalk: {
                rows: entry.id,
                columns:
                  state.crosswalk.columns === entry.id ? state.crosswalk.rows : state.crosswalk.columns,
              },
            })
          }
        >
          Compare in the crosswalk
        </button>
      </p>
      <Members members={members} name={entry.memberName} />
    </>
  );
}

function Members({ members, name }: { readonly members: readonly GuideEntry[]; readonly name: string }) {
  const { index } = usePanel();
  const parentOf = ({ kind, id }: GuideEntry): string | undefined => {
    if (kind === 'items') return index.guide.items.get(id)?.parent;
    return kind === 'techniques' ? index.guide.techniques.get(id)?.parent : undefined;
  };
  const tops = members.filter((member) => parentOf(member) === undefined);
  return (
    <Section title={name.charAt(0).toUpperCase() + name.slice(1)} count={members.length}>
      <FoldedList
        class="risk-links"
        atFirst={30}
        items={tops.map((top) => {
          const parts = members.filter((member) => parentOf(member) === top.id).length;
          return (
            <li key={top.id}>
              <EntryLink entry={top} {...(parts > 0 ? { note: `${parts} parts` } : {})} />
            </li>
          );
        })}
      />
    </Section>
  );
}

/** What a framework says of an item besides its title. */
export function ItemParts({ entry }: { readonly entry: Item }) {
  return (
    <>
      <Facts facts={[['Level', entry.level]]} />
      {entry.points.length > 0 && (
        <Section title="Points" count={entry.points.length}>
          <Facts
            facts={entry.points.map(({ id, text }) => [id, <CodeText key={id} text={text} />] as const)}
          />
        </Section>
      )}
      {entry.outside !== undefined && (
        <Section title="Why no control of ours answers it">
          <p>
            <CodeText text={entry.outside} />
          </p>
        </Section>
      )}
    </>
  );
}

/** Where to find a source, and what was read of it. */
export function SourceParts({ entry }: { readonly entry: Source }) {
  return (
    <Facts
      facts={[
        [
          'Where',
          entry.url && <ExternalLink link={{ title: entry.url.replace('https://', ''), url: entry.url }} />,
        ],
        ['Read', entry.read],
        ['Licence', entry.licence],
      ]}
    />
  );
}

/** What stands in the place of an id that is no longer in use. */
export function RetiredParts({ entry }: { readonly entry: Retired }) {
  return (
    <>
      {entry.note !== undefined && (
        <p>
          <CodeText text={entry.note} />
        </p>
      )}
      <Section title="Replaced by" count={entry.replacedBy.length}>
        <EntryLinks refs={entry.replacedBy} />
      </Section>
    </>
  );
}
