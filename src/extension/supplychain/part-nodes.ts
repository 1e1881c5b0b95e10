import type { InventoryResult } from '../../protocol/messages';
import { KIND_WORDS, partAlert, partName, partNote, plainName } from '../../report/inventory/part-words';
import { stageLabel } from '../findings/grouping';
import { VIEW_ITEMS } from '../names/views';
import { cutMiddle } from '../tree/cut-middle';
import type { TreeNode } from '../tree/tree-node';
import { partDetails } from './part-details';
import { entryOfPart } from './part-entry';
import { byKind, byStage, byTrust, type PartContext, type PartGroup, type PartGrouping } from './part-groups';
import { partIcon } from './part-icons';
import type { PartRow } from './part-row';
import { partTooltip } from './part-tooltip';
import { placeOfUse } from './part-uses';

/** Groups up to this size are open when they first appear. */
const OPEN_GROUP_SIZE = 12;
/** Rows that open groups may have together: the editor asks for every row of an open group, seen or not. */
const OPEN_ROWS = 60;
/** Rows below one row; more are put into ranges of their names. */
const MOST_ROWS = 200;

export interface PartNodesInput extends PartContext {
  readonly folders: InventoryResult['folders'];
  /** Those of the parts that are shown. */
  readonly rows: readonly PartRow[];
  readonly grouping: PartGrouping;
  /** Name of a folder, where there are several; undefined where there is one. */
  readonly nameOf: (folder: string) => string | undefined;
}

/** The rows of the AI supply chain view. */
export function partNodes(input: PartNodesInput): readonly TreeNode[] {
  const { rows, grouping } = input;
  if (grouping === 'kind') return groupNodes(byKind(rows), 'kind', input);
  if (grouping === 'stage') return groupNodes(byStage(rows, input), 'stage', input);
  return byTrust(rows).map(({ key, label, icon, groups }) => ({
    id: `trust:${key}`,
    label,
    icon: { name: icon },
    description: groups.map((group) => `${group.label.toLowerCase()} ${group.rows.length}`).join(' · '),
    spoken: `${label}: ${groups.map((group) => `${group.label} ${group.rows.length}`).join(', ')}`,
    expanded: true,
    // Every part is in each of the four: none of them starts open.
    children: () => groups.map((group) => groupNode(group, `trust:${key}`, false, input)),
  }));
}

function groupNodes(groups: readonly PartGroup[], id: string, input: PartNodesInput): readonly TreeNode[] {
  let open = 0;
  return groups.map((group) => {
    const { length } = group.rows;
    const expanded = length <= OPEN_GROUP_SIZE && open + length <= OPEN_ROWS;
    if (expanded) open += length;
    return groupNode(group, id, expanded, input);
  });
}

function groupNode(group: PartGroup, parent: string, expanded: boolean, input: PartNodesInput): TreeNode {
  const id = `${parent}:${group.key}`;
  const { length } = group.rows;
  return {
    id,
    label: group.label,
    description: String(length),
    icon: { name: group.icon },
    spoken: `${group.label}, ${length === 1 ? '1 part' : `${length} parts`}`,
    expanded,
    ...(group.stage === undefined ? {} : { menu: VIEW_ITEMS.stage, learn: { stage: group.stage } }),
    children: () => rangeNodes(group.rows, id, input),
  };
}

/** The parts; where there are too many for one level, below ranges such as `acme/… – bert-…`. */
function rangeNodes(rows: readonly PartRow[], id: string, input: PartNodesInput): readonly TreeNode[] {
  if (rows.length <= MOST_ROWS) return rows.map((row) => partNode(row, id, input));
  const ranges: TreeNode[] = [];
  for (let at = 0; at < rows.length; at += MOST_ROWS) {
    const range = rows.slice(at, at + MOST_ROWS);
    const label = `${rangeEnd(range[0])} – ${rangeEnd(range.at(-1))}`;
    const rangeId = `${id}/range ${at}`;
    ranges.push({
      id: rangeId,
      label,
      description: String(range.length),
      icon: { name: 'list-unordered' },
      spoken: `${label}, ${range.length} parts`,
      children: () => range.map((row) => partNode(row, rangeId, input)),
    });
  }
  return ranges;
}

function rangeEnd(row: PartRow | undefined): string {
  return row ? cutMiddle(plainName(row.part.name), 24) : '';
}

function partNode(row: PartRow, parent: string, input: PartNodesInput): TreeNode {
  const { part, folder } = row;
  const id = `${parent}/${folder}#${part.id}`;
  const name = partName(part);
  const note = partNote(part);
  const where = input.nameOf(folder);
  const alert = partAlert(part);
  const [use] = part.uses;
  const stages = part.stages.map((stage) => stageLabel(input.catalog, stage));
  return {
    id,
    label: cutMiddle(plainName(part.name)),
    description: [versionText(name, part.name), note, where ?? ''].filter(Boolean).join(' · '),
    tooltip: partTooltip(part, stages),
    icon: partIcon(part),
    menu: part.purl === undefined ? VIEW_ITEMS.part : VIEW_ITEMS.partWithPurl,
    spoken: [`${KIND_WORDS[part.kind][0]} ${name}`, note, alert ?? ''].filter(Boolean).join(', '),
    learn: { entry: entryOfPart(part), ...(part.stages[0] ? { stage: part.stages[0] } : {}) },
    ...(part.purl === undefined ? {} : { copied: part.purl }),
    ...(use ? { place: placeOfUse(use, folder) } : {}),
    children: () =>
      partDetails(
        row,
        id,
        input.folders.find(({ uri }) => uri === folder),
      ),
  };
}

/** What the name with its version has after the name. */
function versionText(whole: string, name: string): string {
  return whole.slice(plainName(name).length + 1);
}
