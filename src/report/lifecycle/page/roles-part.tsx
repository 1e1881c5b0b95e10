import type { Activity } from '../../../catalog/schema/practice';
import { stagePlaces } from '../../../diagram/overlays/naming';
import { PART_LOOKS, partsOf } from '../../../diagram/overlays/raci';
import { EntryList } from './entry-list';
import type { PageContext } from './page-context';
import { Table } from './table';

/** Who does what: a RACI table of all activities, and the roles. */
export function Roles({ context }: { readonly context: PageContext }) {
  const { guide } = context;
  const roles = [...guide.roles.values()];
  const letters = (activity: Activity, role: string) =>
    partsOf(activity, role)
      .map((part) => PART_LOOKS[part].letter)
      .join(' ');
  return (
    <>
      <p>R does it, A answers for it, C is asked before, I is told after.</p>
      <Table
        caption="Activities"
        heads={[
          'Activity',
          'Stages',
          ...roles.map(({ id, title }) => (
            <abbr key={id} title={title}>
              {id}
            </abbr>
          )),
        ]}
        rows={[...guide.activities.values()].map((activity) => ({
          cells: [
            activity.title,
            stagePlaces(guide, activity.stages),
            ...roles.map(({ id }) => letters(activity, id)),
          ],
        }))}
      />
      <Table
        caption="Roles"
        heads={['Role', 'OpenSSF persona', 'What it is about', 'Leads']}
        rows={roles.map((role) => ({
          id: `roles/${role.id}`,
          cells: [
            `${role.id} ${role.title}`,
            role.persona ?? '',
            role.summary,
            <EntryList
              key="leads"
              context={context}
              kind="stages"
              ids={[...guide.stages.values()]
                .filter((stage) => stage.roles.lead.includes(role.id))
                .map(({ id }) => id)}
            />,
          ],
        }))}
      />
    </>
  );
}
