import type { Guide } from '../../src/catalog/catalog';
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
    const joined = (to: 'controls' | 'stages') =>
      members.filter((member) => relations.neighbours(member.kind, member.id, to).length > 0).length;
    const headings = members.filter(
      ({ kind, id: member }) => kind === 'items' && isHeading(guide, member),
    ).length;
    const outside = members.filter(
      ({ kind, id: member }) => kind === 'items' && isOutside(guide, member),
    ).length;
    return { name: id, values: [members.length, headings, joined('controls'), joined('stages'), outside] };
  });
  return { title: 'Frameworks', columns: ['entries', 'headings', 'control', 'stage', 'outside'], rows };
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
