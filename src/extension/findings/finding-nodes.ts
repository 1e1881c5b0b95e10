import type { WireFinding } from '../../protocol/finding';
import { VIEW_ITEMS } from '../names/views';
import { severityIcon, type TreeNode } from '../tree/tree-node';
import {
  countText,
  lineText,
  locationText,
  shortLocationText,
  subjectLabel,
  tooltipMarkdown,
} from './finding-text';
import { groupFindings, type FindingGroup, type Grouping, type GroupingContext } from './grouping';

/** Groups up to this size are open when they first appear. */
const OPEN_GROUP_SIZE = 20;
/** Rows that open groups may have together: the editor asks for every row of an open group, seen or not. */
const OPEN_ROWS = 200;
/** Between place and rule; plain spaces would be drawn as one. */
const GAP = '\u2002';

/** The rows of the Findings view. */
export function findingNodes(
  findings: readonly WireFinding[],
  grouping: Grouping,
  context: GroupingContext,
): readonly TreeNode[] {
  let rows = 0;
  return groupFindings(findings, grouping, context).map((group) => {
    const { length } = group.findings;
    const expanded = length <= OPEN_GROUP_SIZE && rows + length <= OPEN_ROWS;
    if (expanded) rows += length;
    return groupNode(group, expanded, context);
  });
}

/** Id of the row of a group. */
export function groupNodeId(grouping: Grouping, key: string): string {
  return `${grouping}:${key}`;
}

function groupNode(group: FindingGroup, expanded: boolean, context: GroupingContext): TreeNode {
  const id = groupNodeId(group.grouping, group.key);
  return {
    id,
    label: group.label,
    description: String(group.findings.length),
    icon: severityIcon(group.worst),
    menu: menuOf(group.grouping),
    spoken: `${group.label}, ${countText(group.findings.length)}, worst severity ${group.worst}`,
    expanded,
    children: () => group.findings.map((finding) => findingNode(finding, id, context, group.grouping)),
    ...learnOf(group),
  };
}

function menuOf(grouping: Grouping): string {
  if (grouping === 'stage') return VIEW_ITEMS.stage;
  return grouping === 'risk' ? VIEW_ITEMS.risk : VIEW_ITEMS.findingGroup;
}

function learnOf({ grouping, key }: FindingGroup): Pick<TreeNode, 'learn'> {
  if (grouping === 'stage') return { learn: { stage: key } };
  if (grouping === 'risk') return { learn: { risk: key } };
  return grouping === 'rule' ? { learn: { rule: key } } : {};
}

/** The row of one finding: the thing found, where it is and which rule. What its group already says is left out. */
export function findingNode(
  finding: WireFinding,
  parentId: string,
  context: GroupingContext,
  grouping?: Grouping,
): TreeNode {
  const place = locationText(finding, context.pathOf);
  return {
    // The same finding can be listed under several groups.
    id: `${parentId}/${finding.id}`,
    label: subjectLabel(finding),
    description: descriptionOf(finding, context, grouping),
    tooltip: tooltipMarkdown(finding, context),
    icon: severityIcon(finding.severity),
    menu: VIEW_ITEMS.finding,
    spoken: `${finding.severity}: ${finding.message} ${place}`,
    finding,
    click: 'openFinding',
  };
}

function descriptionOf(finding: WireFinding, { pathOf }: GroupingContext, grouping?: Grouping): string {
  if (grouping === 'rule') return locationText(finding, pathOf);
  const place = grouping === 'file' ? lineText(finding) : shortLocationText(finding, pathOf);
  return `${place}${GAP}${finding.ruleTitle}`;
}
