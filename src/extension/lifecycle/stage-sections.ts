import type { EntryKind } from '../../catalog/entry-kinds';
import { entryRef } from '../../catalog/entry-ref';
import { guideEntry, type GuideEntry } from '../../catalog/guide-entry';
import type { Status } from '../../catalog/schema/entry';
import type { Stage } from '../../catalog/schema/lifecycle';
import { VIEW_ITEMS } from '../names/views';
import { escapeMarkdown } from '../support/markdown';
import type { TreeNode } from '../tree/tree-node';
import type { CatalogGuide } from './guide-of-catalog';
import type { FilteredLifecycle } from './lifecycle-filter';

/** What the catalog knows of a stage, as rows below it; a part without entries is left out. */
export function referenceSections(
  stage: Stage,
  catalog: CatalogGuide,
  filter?: FilteredLifecycle,
): readonly TreeNode[] {
  const { guide, relations } = catalog;
  const related = (kind: EntryKind) => relations.neighbours('stages', stage.id, kind);
  const entries = (
    kind: EntryKind,
    title: string,
    icon: string,
    more: (id: string) => Partial<Row> = () => ({}),
  ) =>
    section(
      stage,
      title,
      icon,
      related(kind).filter((id) => filter?.keepsEntry(kind, id) ?? true),
      (id) => ({ ...entryRow(catalog, kind, id, stage), ...more(id) }),
    );
  return [
    section(stage, 'Checks', 'checklist', stage.checks, (check) => ({
      label: check.title,
      ...described(check.controls.map((id) => guide.controls.get(id)?.title ?? id).join(', ')),
    })),
    section(stage, 'Artifacts', 'package', stage.artifacts, (artifact) => ({
      label: artifact.title,
      description: artifact.direction === 'both' ? 'consumed and produced' : artifact.direction,
      ...(artifact.security ? { icon: { name: 'shield' } } : {}),
    })),
    section(stage, 'Sign and verify', 'verified', signingPoints(stage), ({ verb, text }) => ({
      label: text,
      description: verb,
    })),
    entries('risks', 'Risks', 'flame', () => ({ menu: VIEW_ITEMS.risk })),
    entries('controls', 'Controls', 'shield'),
    entries('tools', 'Tools', 'tools', (id) => described(guide.tools.get(id)?.home ?? '')),
    entries('roles', 'Roles', 'organization', (id) => ({
      description: stage.roles.lead.includes(id)
        ? 'lead'
        : stage.roles.supports.includes(id)
          ? 'supports'
          : '',
    })),
    entries('activities', 'Activities', 'run-all', (id) => described(rolesOf(id, catalog))),
    entries('entryPoints', 'What enters here', 'sign-in', (id) =>
      described(guide.entryPoints.get(id)?.openness ?? ''),
    ),
    entries('threats', 'Threats', 'warning'),
    entries('gaps', 'Needs and gaps', 'question', (id) =>
      described(VERDICTS[guide.gaps.get(id)?.verdict ?? 'open']),
    ),
    entries('techniques', 'Techniques', 'target'),
    entries('items', 'In other frameworks', 'references', (id) => {
      const framework = guide.items.get(id)?.framework ?? '';
      return described(guide.frameworks.get(framework)?.title ?? framework);
    }),
    entries('guidance', 'Good practice', 'book'),
  ].flat();
}

type Row = Omit<TreeNode, 'id'>;

const VERDICTS = {
  closes: 'closed',
  partly: 'partly closed',
  open: 'open gap',
  outside: 'out of reach',
} as const;

function signingPoints({ signing }: Stage): { readonly verb: string; readonly text: string }[] {
  return [
    ...signing.sign.map((text) => ({ verb: 'sign', text })),
    ...signing.verify.map((text) => ({ verb: 'verify', text })),
  ];
}

function rolesOf(activity: string, { guide }: CatalogGuide): string {
  const roles = guide.activities.get(activity)?.responsible ?? [];
  return roles.map((id) => guide.roles.get(id)?.title ?? id).join(', ');
}

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

/** An entry as a row that opens its page in the panel. */
function entryRow({ guide }: CatalogGuide, kind: EntryKind, id: string, stage: Stage): Row {
  const entry = guideEntry(guide, kind, id);
  if (!entry) return { label: id };
  return {
    label: entry.label === '' || kind === 'roles' ? entry.title : `${entry.label} ${entry.title}`,
    tooltip: entryTooltip(entry),
    menu: VIEW_ITEMS.entry,
    learn: { stage: stage.id, entry: entryRef(kind, id) },
    click: 'learn',
  };
}

const STATUS_NOTES: Readonly<Record<Status, string>> = {
  verified: '',
  synthesis: 'Our own mapping, not taken from a framework.',
  unverified: 'Background knowledge, not checked against a source.',
};

function entryTooltip({ title, summary, links, status }: GuideEntry): string {
  const written = links.map(
    (link) => `[${escapeMarkdown(link.title)}](<${link.url.replace(/[<>\s]/g, encodeURIComponent)}>)`,
  );
  return [
    `**${escapeMarkdown(title)}**`,
    escapeMarkdown(summary),
    written.join(' · '),
    status === undefined ? '' : STATUS_NOTES[status],
  ]
    .filter(Boolean)
    .join('\n\n');
}

function described(description: string): Pick<TreeNode, 'description'> {
  return description ? { description } : {};
}
