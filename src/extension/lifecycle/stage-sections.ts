import type { Link, Status } from '../../catalog/schema/entry';
import type { Stage } from '../../catalog/schema/lifecycle';
import type { PanelCatalog } from '../../protocol/panel-catalog';
import { riskLabel } from '../findings/grouping';
import { VIEW_ITEMS } from '../names/views';
import { escapeMarkdown } from '../support/markdown';
import type { TreeNode } from '../tree/tree-node';

/** What the catalog knows of a stage, as rows below it; a part without entries is left out. */
export function referenceSections(stage: Stage, catalog: PanelCatalog): readonly TreeNode[] {
  const controls = new Map(catalog.controls.map((control) => [control.id, control]));
  return [
    section(stage, 'Checks', 'checklist', stage.checks, (check) => ({
      label: check.title,
      ...described(check.controls.map((id) => controls.get(id)?.title ?? id).join(', ')),
    })),
    section(stage, 'Artifacts', 'package', stage.artifacts, (artifact) => ({
      label: artifact.title,
      description: artifact.direction === 'both' ? 'consumed and produced' : artifact.direction,
      ...(artifact.security ? { icon: { name: 'shield' } } : {}),
    })),
    section(stage, 'Risks', 'flame', stage.risks, (id) => ({
      ...entryRow(catalog.risks, id),
      label: riskLabel(catalog, id),
      menu: VIEW_ITEMS.risk,
      learn: { risk: id, stage: stage.id },
      click: 'learn',
    })),
    section(stage, 'Controls', 'shield', stage.controls, (id) => entryRow(catalog.controls, id)),
    section(stage, 'Tools', 'tools', stage.tools, (id) => ({
      ...entryRow(catalog.tools, id),
      ...described(catalog.tools.find((tool) => tool.id === id)?.home ?? ''),
    })),
    section(stage, 'Roles', 'organization', [...stage.roles.lead, ...stage.roles.supports], (id) => ({
      ...entryRow(catalog.roles, id),
      description: stage.roles.lead.includes(id) ? 'lead' : 'supports',
    })),
  ].flat();
}

type Row = Omit<TreeNode, 'id'>;

function section<T>(
  stage: Stage,
  title: string,
  icon: string,
  entries: readonly T[],
  row: (entry: T) => Row,
): readonly TreeNode[] {
  if (entries.length === 0) return [];
  const id = `${stage.id}/${title.toLowerCase()}`;
  const children = (): readonly TreeNode[] =>
    entries.map((entry, at) => ({ id: `${id}/${at}`, ...row(entry) }));
  return [{ id, label: title, description: String(entries.length), icon: { name: icon }, children }];
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly links: readonly Link[];
  readonly status: Status;
}

function entryRow(entries: readonly Entry[], id: string): Row {
  const entry = entries.find((candidate) => candidate.id === id);
  return entry ? { label: entry.title, tooltip: entryTooltip(entry) } : { label: id };
}

const STATUS_NOTES: Readonly<Record<Status, string>> = {
  verified: '',
  synthesis: 'Our own mapping, not taken from a framework.',
  unverified: 'Background knowledge, not checked against a source.',
};

function entryTooltip(entry: Entry): string {
  const links = entry.links.map(
    ({ title, url }) => `[${escapeMarkdown(title)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`,
  );
  return [
    `**${escapeMarkdown(entry.title)}**`,
    escapeMarkdown(entry.summary),
    links.join(' · '),
    STATUS_NOTES[entry.status],
  ]
    .filter(Boolean)
    .join('\n\n');
}

function described(description: string): Pick<TreeNode, 'description'> {
  return description ? { description } : {};
}
