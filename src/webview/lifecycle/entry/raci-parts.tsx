import type { Activity } from '../../../catalog/schema/practice';
import { entryRef } from '../../../catalog/entry-ref';
import { EntryLinks } from '../parts/entry-links';
import { Section } from '../parts/section';

/** The headings under which relations would list the same roles again. */
export const RACI_HEADINGS = ['Responsible', 'Accountable', 'Consulted', 'Informed'] as const;

/** Who does an activity, who answers for it, whom to ask and whom to tell. */
export function ActivityParts({ entry }: { readonly entry: Activity }) {
  const parts = [
    ['Responsible', 'does it', entry.responsible],
    ['Accountable', 'answers for it', entry.accountable],
    ['Consulted', 'is asked before', entry.consulted],
    ['Informed', 'is told', entry.informed],
  ] as const;
  return (
    <Section title="Who">
      {parts
        .filter(([, , roles]) => roles.length > 0)
        .map(([name, meaning, roles]) => (
          <div key={name}>
            <h4>
              <strong>{name}</strong>: {meaning}
            </h4>
            <EntryLinks refs={roles.map((id) => entryRef('roles', id))} />
          </div>
        ))}
    </Section>
  );
}
