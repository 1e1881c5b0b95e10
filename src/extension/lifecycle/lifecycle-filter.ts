import { frameworkMembers } from '../../catalog/framework-members';
import type { Stage } from '../../catalog/schema/lifecycle';
import type { CatalogGuide } from './guide-of-catalog';

/** What the Lifecycle view is narrowed to: one role, or one framework. */
export interface LifecycleFilter {
  readonly kind: 'roles' | 'frameworks';
  readonly id: string;
}

/** What a filter keeps. */
export interface FilteredLifecycle {
  readonly title: string;
  /** Whether the stage has anything to do with it. */
  readonly keepsStage: (stage: Stage) => boolean;
  /** Whether an entry listed below a stage has. */
  readonly keepsEntry: (kind: string, id: string) => boolean;
}

/** A filter put to work; undefined when the catalog does not know its role or framework. */
export function applyLifecycleFilter(
  filter: LifecycleFilter,
  catalog: CatalogGuide,
): FilteredLifecycle | undefined {
  return filter.kind === 'roles' ? roleFilter(filter.id, catalog) : frameworkFilter(filter.id, catalog);
}

/** A role is concerned by the stages it leads or supports and by the activities it has a part in. */
function roleFilter(id: string, { guide, relations }: CatalogGuide): FilteredLifecycle | undefined {
  const role = guide.roles.get(id);
  if (!role) return undefined;
  const stages = new Set(relations.neighbours('roles', id, 'stages'));
  const activities = relations.neighbours('roles', id, 'activities');
  const kept = new Set([id, ...activities]);
  const controls = new Set(
    activities.flatMap((each) => relations.neighbours('activities', each, 'controls')),
  );
  return {
    title: role.title,
    keepsStage: (stage) => stages.has(stage.id),
    keepsEntry: (kind, entry) =>
      kind === 'controls'
        ? controls.has(entry)
        : kind === 'roles' || kind === 'activities'
          ? kept.has(entry)
          : true,
  };
}

/** A framework keeps what it lists itself and the controls that answer it. */
function frameworkFilter(id: string, { guide, relations }: CatalogGuide): FilteredLifecycle | undefined {
  const framework = guide.frameworks.get(id);
  if (!framework) return undefined;
  const members = frameworkMembers(guide, id);
  const own = new Set(members.map((member) => `${member.kind}/${member.id}`));
  const joined = (to: 'stages' | 'controls') =>
    new Set(members.flatMap((member) => relations.neighbours(member.kind, member.id, to)));
  const controls = joined('controls');
  const stages = joined('stages');
  return {
    title: framework.title.includes(framework.edition)
      ? framework.title
      : `${framework.title} ${framework.edition}`,
    keepsStage: (stage) => stages.has(stage.id) || stage.controls.some((control) => controls.has(control)),
    keepsEntry: (kind, entry) => {
      if (kind === 'controls') return controls.has(entry);
      return kind === 'risks' || kind === 'items' || kind === 'techniques'
        ? own.has(`${kind}/${entry}`)
        : true;
    },
  };
}
