import ignore, { type Ignore } from 'ignore';
import type { CoreCatalog, CoreEntry } from '../catalog/core';
import type { SourceModel } from '../source/model';
import type { Finding } from './finding';
import type { Rule } from './rule';

// What a file is called says most about its place, what it imports less, what is wrong in it least.
const PATH_WEIGHT = 3;
const IMPORT_WEIGHT = 2;
const FINDING_WEIGHT = 1;

/** Tells which lifecycle stages a document belongs to, from the signals the catalog gives for each stage. */
export class DocumentStages {
  private readonly signals: readonly {
    readonly stage: CoreEntry<'stages'>;
    readonly paths: Ignore | undefined;
  }[];

  constructor(catalog: CoreCatalog) {
    this.signals = [...catalog.stages.values()].map((stage) => ({
      stage,
      paths: stage.signals.paths.length > 0 ? ignore().add(stage.signals.paths) : undefined,
    }));
  }

  /** Stage ids, the likeliest first; empty when nothing points to one. */
  of(
    path: string,
    model: SourceModel | undefined,
    findings: readonly Finding[],
    ruleOf: (id: string) => Rule | undefined,
  ): readonly string[] {
    const modules = importedModules(model);
    const scores = new Map<string, number>();
    const add = (stage: string, weight: number): void =>
      void scores.set(stage, (scores.get(stage) ?? 0) + weight);
    for (const { stage, paths } of this.signals) {
      if (paths && ignore.isPathValid(path) && paths.ignores(path)) add(stage.id, PATH_WEIGHT);
      if (stage.signals.imports.some((name) => modules.has(name))) add(stage.id, IMPORT_WEIGHT);
    }
    for (const { ruleId } of findings) {
      for (const stage of ruleOf(ruleId)?.stages ?? []) add(stage, FINDING_WEIGHT);
    }
    return [...scores].sort((a, b) => b[1] - a[1]).map(([stage]) => stage);
  }
}

/** Every module a document imports, with the packages that hold it: `ray`, `ray.serve`. */
function importedModules(model: SourceModel | undefined): ReadonlySet<string> {
  const modules = new Set<string>();
  for (const { module, name } of model?.imports ?? []) {
    const segments = [...module.split('.'), ...(name === undefined ? [] : [name])];
    for (let length = 1; length <= segments.length; length += 1)
      modules.add(segments.slice(0, length).join('.'));
  }
  return modules;
}
