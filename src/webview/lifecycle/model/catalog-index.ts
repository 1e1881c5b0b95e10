import type { PanelCatalog, RuleSummary } from '../../../protocol/panel-catalog';
import type { Lifecycle, Stage } from '../../../catalog/schema/lifecycle';
import type { Control, Risk, Role, Technique, Tool, Weakness } from '../../../catalog/schema/reference';

/** Looks catalog entries up by id. Made once per snapshot; unknown ids give undefined. */
export class CatalogIndex {
  readonly lifecycle: (id: string) => Lifecycle | undefined;
  readonly stage: (id: string) => Stage | undefined;
  readonly risk: (id: string) => Risk | undefined;
  readonly weakness: (id: string) => Weakness | undefined;
  readonly technique: (id: string) => Technique | undefined;
  readonly control: (id: string) => Control | undefined;
  readonly role: (id: string) => Role | undefined;
  readonly tool: (id: string) => Tool | undefined;
  readonly rule: (id: string) => RuleSummary | undefined;

  constructor(readonly catalog: PanelCatalog) {
    this.lifecycle = lookup(catalog.lifecycles);
    this.stage = lookup(catalog.stages);
    this.risk = lookup(catalog.risks);
    this.weakness = lookup(catalog.weaknesses);
    this.technique = lookup(catalog.techniques);
    this.control = lookup(catalog.controls);
    this.role = lookup(catalog.roles);
    this.tool = lookup(catalog.tools);
    this.rule = lookup(catalog.rules);
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

function lookup<T extends { readonly id: string }>(entries: readonly T[]): (id: string) => T | undefined {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (id) => byId.get(id);
}
