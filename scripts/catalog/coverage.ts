import { answeringControls } from '../../src/catalog/answering-controls';
import type { Guide } from '../../src/catalog/catalog';
import type { EntryKind } from '../../src/catalog/entry-kinds';
import type { GuideEntry } from '../../src/catalog/guide-entry';
import { frameworkMembers } from '../../src/catalog/framework-members';
import type { Relations } from '../../src/catalog/relations';

/** A table of numbers with a name for each row and column. */
export interface Matrix {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** How many entries each framework has, and how many of them are joined to a control and to a stage. */
export function frameworkCoverage(guide: Guide, relations: Relations): Matrix {
  const rows = [...guide.frameworks.values()].map(({ id }) => {
    const members = frameworkMembers(guide, id);
    const controlled = members.filter(
      (member) => answeringControls(relations, member.kind, member.id).length > 0,
    ).length;
    const placed = members.filter((member) => isPlaced(guide, relations, member)).length;
    const headings = members.filter(
      ({ kind, id: member }) => kind === 'items' && isHeading(guide, member),
    ).length;
    const outside = members.filter(
      ({ kind, id: member }) => kind === 'items' && isOutside(guide, member),
    ).length;
    return { name: id, values: [members.length, headings, controlled, placed, outside] };
  });
  return { title: 'Frameworks', columns: ['entries', 'headings', 'control', 'stage', 'outside'], rows };
}

/** Whether an entry has a stage: its own, that of its twin in another edition, or those of what it is joined to. */
function isPlaced(guide: Guide, relations: Relations, { kind, id }: GuideEntry): boolean {
  const stages = (of: EntryKind, each: string) => relations.neighbours(of, each, 'stages');
  if (stages(kind, id).length > 0) return true;
  if (kind === 'risks')
    return (guide.risks.get(id)?.same ?? []).some((each) => stages(kind, each).length > 0);
  return (
    kind === 'weaknesses' &&
    relations.neighbours(kind, id, 'risks').some((each) => stages('risks', each).length > 0)
  );
}

const STAGE_COLUMNS = [
  'risks',
  'controls',
  'tools',
  'roles',
  'activities',
  'techniques',
  'threats',
  'entryPoints',
  'gaps',
  'guidance',
  'items',
] as const;

/** How much of each kind every stage is joined to. */
export function stageCoverage(guide: Guide, relations: Relations): Matrix {
  const rows = [...guide.stages.values()].map(({ id, artifacts, checks }) => ({
    name: id,
    values: [
      artifacts.length,
      checks.length,
      ...STAGE_COLUMNS.map((kind) => relations.neighbours('stages', id, kind).length),
    ],
  }));
  return { title: 'Stages', columns: ['artifacts', 'checks', ...STAGE_COLUMNS], rows };
}

function isHeading(guide: Guide, item: string): boolean {
  for (const { parent } of guide.items.values()) if (parent === item) return true;
  return false;
}

function isOutside(guide: Guide, item: string): boolean {
  return guide.items.get(item)?.outside !== undefined;
}
