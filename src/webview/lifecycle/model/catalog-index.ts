import type { Guide } from '../../../catalog/catalog';
import { crosswalkAxes, type CrosswalkAxis } from '../../../catalog/crosswalk';
import { guideOf } from '../../../catalog/entries';
import { entryRef, parseEntryRef } from '../../../catalog/entry-ref';
import { guideEntryOf, type GuideEntry } from '../../../catalog/guide-entry';
import { Relations } from '../../../catalog/relations';
import type { Lifecycle, Stage } from '../../../catalog/schema/lifecycle';
import type { Control, Risk, Role, Technique, Tool, Weakness } from '../../../catalog/schema/reference';
import type { PanelCatalog, RuleSummary } from '../../../protocol/panel-catalog';

const RULE = 'rules/';

/**
 * Looks catalog entries up by id. Made once per catalog; unknown ids give undefined. What takes longer to make (relations,
 * choices) is made when it is first asked for, which is after the first drawing.
 */
export class CatalogIndex {
  readonly guide: Guide;
  readonly rule: (id: string) => RuleSummary | undefined;
  private joined: Relations | undefined;
  private axisList: readonly CrosswalkAxis[] | undefined;

  constructor(readonly catalog: PanelCatalog) {
    this.guide = guideOf({ ...catalog, synonyms: [] });
    const rules = new Map(catalog.rules.map((rule) => [rule.id, rule]));
    this.rule = (id) => rules.get(id);
  }

  readonly lifecycle = (id: string): Lifecycle | undefined => this.guide.lifecycles.get(id);
  readonly stage = (id: string): Stage | undefined => this.guide.stages.get(id);
  readonly risk = (id: string): Risk | undefined => this.guide.risks.get(id);
  readonly weakness = (id: string): Weakness | undefined => this.guide.weaknesses.get(id);
  readonly technique = (id: string): Technique | undefined => this.guide.techniques.get(id);
  readonly control = (id: string): Control | undefined => this.guide.controls.get(id);
  readonly role = (id: string): Role | undefined => this.guide.roles.get(id);
  readonly tool = (id: string): Tool | undefined => this.guide.tools.get(id);

  /** An entry of any kind but rules, by its reference. */
  entry(ref: string): GuideEntry | undefined {
    return guideEntryOf(this.guide, ref);
  }

  /** `ref` when it names a rule or an entry; for a retired id what stands in its place; otherwise undefined. */
  knownRef(ref: string): string | undefined {
    if (ref.startsWith(RULE)) return this.rule(ref.slice(RULE.length)) ? ref : undefined;
    const target = parseEntryRef(ref);
    if (!target) return undefined;
    if (this.guide[target.kind].has(target.id)) return ref;
    return this.guide.retired.has(target.id) ? entryRef('retired', target.id) : undefined;
  }

  /** Whether {@link relations} has been worked out already. */
  get hasRelations(): boolean {
    return this.joined !== undefined;
  }

  relations(): Relations {
    return (this.joined ??= new Relations(this.guide));
  }

  /** What can stand at the sides of a crosswalk. */
  axes(): readonly CrosswalkAxis[] {
    return (this.axisList ??= crosswalkAxes(this.guide));
  }

  hasAxis(id: string): boolean {
    return this.axes().some((axis) => axis.id === id);
  }

  /** The stages of a lifecycle in its order. */
  stagesOf(lifecycle: Lifecycle): Stage[] {
    return resolve(lifecycle.stages, this.stage);
  }
}

/** The entries behind `ids`, leaving out what is unknown. */
export function resolve<T>(ids: readonly string[], find: (id: string) => T | undefined): T[] {
  return ids.map(find).filter((entry): entry is T & {} => entry !== undefined);
}
