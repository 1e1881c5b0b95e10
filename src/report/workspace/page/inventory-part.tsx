import type { Inventory } from '../../../supplychain/inventory/inventory';
import { oneLine } from '../../one-line';
import { Table } from '../../lifecycle/page/table';
import { partGroups, type PartGroup, type PartRow } from '../part-rows';
import { CodeText } from './code-text';
import { Fold } from './fold';

/** Parts of one kind that are listed, and places of each. */
const MOST_PARTS = 100;
const MOST_USES = 3;
/** Longer tables are closed at first. */
const OPEN_ROWS = 25;

/** What the workspace stands on, by kind, with what is known of each part and why. */
export function InventoryPart({ inventory }: { readonly inventory: Inventory }) {
  const groups = partGroups(inventory);
  if (groups.length === 0)
    return <p>No model, dataset, service, agent or AI library was seen in this workspace.</p>;
  return (
    <>
      {groups.map((group) => (
        <Fold
          key={group.kind}
          open={group.rows.length <= OPEN_ROWS}
          title={
            <>
              <b>{group.title}</b> <span class="quiet">{group.rows.length}</span>
            </>
          }
        >
          <PartTable group={group} />
        </Fold>
      ))}
    </>
  );
}

function PartTable({ group: { title, rows } }: { readonly group: PartGroup }) {
  const rest = rows.length - MOST_PARTS;
  return (
    <>
      <Table
        cards
        caption={title}
        heads={[
          'Name and version',
          'From',
          'Openness',
          'Pinned',
          'Signed and inspected',
          'License',
          'Used in',
        ]}
        rows={rows.slice(0, MOST_PARTS).map((row) => ({
          cells: [
            <Name key="name" row={row} />,
            row.from,
            <Reasoned key="open" text={row.openness} reason={row.part.openness.reason} />,
            <Reasoned key="pin" text={row.pinning} reason={row.part.pinning.reason} />,
            row.checked || 'unknown',
            row.license || 'unknown',
            <Uses key="uses" uses={row.uses} />,
          ],
        }))}
      />
      {rest > 0 && <p class="quiet">and {rest.toLocaleString('en-US')} more</p>}
    </>
  );
}

function Name({ row: { name, version, alert } }: { readonly row: PartRow }) {
  return (
    <>
      <span class="break">{name}</span>
      {version !== '' && (
        <>
          {' '}
          <code class="break">{version}</code>
        </>
      )}
      {alert !== undefined && (
        <span class="alert">
          <span aria-hidden="true">▲</span> {alert}
        </span>
      )}
    </>
  );
}

function Reasoned({ text, reason }: { readonly text: string; readonly reason: string }) {
  return (
    <>
      {text}
      <span class="reason">
        <CodeText text={oneLine(reason)} />
      </span>
    </>
  );
}

function Uses({ uses }: { readonly uses: readonly string[] }) {
  const rest = uses.length - MOST_USES;
  return (
    <>
      {uses.slice(0, MOST_USES).map((use) => (
        <code key={use} class="use">
          {use}
        </code>
      ))}
      {rest > 0 && <span class="quiet">and {rest.toLocaleString('en-US')} more</span>}
    </>
  );
}
