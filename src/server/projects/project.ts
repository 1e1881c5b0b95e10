import ignore, { type Ignore } from 'ignore';
import { mergeConfiguration } from '../../analysis/configuration/merge-configuration';
import { Engine } from '../../analysis/engine';
import type { Rule } from '../../analysis/rule';
import { ruleLookup } from '../../analysis/rule-lookup';
import type { Severity } from '../../analysis/severity';
import type { CoreCatalog } from '../../catalog/core';
import type { Settings } from '../../protocol/messages';
import { ProjectPackages } from './project-packages';
import { ProjectSummaries } from './project-summaries';
import type { ProjectPlace } from './project-place';
import type { ReadProjectFile } from './read-project-file';

/** A project with the configuration in force. Immutable: a change of configuration makes a new one. */
export class Project {
  readonly engine: Engine;
  readonly packages: ProjectPackages;
  readonly summaries: ProjectSummaries;
  private readonly excluded: Ignore;

  constructor(
    readonly place: ProjectPlace,
    readonly settings: Settings,
    readonly projectFile: ReadProjectFile,
    catalog: CoreCatalog,
    rules: readonly Rule[],
  ) {
    const configuration = mergeConfiguration(
      {
        preset: settings.preset,
        testCode: settings.testCode ?? undefined,
        rules: withoutAliases(settings.rules, rules),
        exclude: settings.exclude,
      },
      projectFile.settings,
    );
    this.engine = new Engine(catalog, rules, configuration);
    this.packages = new ProjectPackages(place);
    this.summaries = new ProjectSummaries(place, this.engine);
    this.excluded = ignore().add([...configuration.exclude]);
  }

  /** Whether a file is to be analysed at all. `path` is relative to the project. */
  covers(path: string): boolean {
    if (!this.settings.enable) return false;
    return !(ignore.isPathValid(path) && this.excluded.ignores(path));
  }
}

/** Rule settings by id; rules that do not exist are left out. */
function withoutAliases(
  settings: Settings['rules'],
  rules: readonly Rule[],
): ReadonlyMap<string, Severity | 'off'> {
  const ruleOf = ruleLookup(rules);
  return new Map(
    Object.entries(settings).flatMap(([name, value]) => {
      const rule = ruleOf(name);
      return rule ? [[rule.id, value] as const] : [];
    }),
  );
}
