import { DEFAULT_CONFIGURATION } from '../../analysis/configuration/configuration';
import { Engine } from '../../analysis/engine';
import { NO_PACKAGE_VERSIONS } from '../../analysis/package-versions';
import type { Rule } from '../../analysis/rule';
import type { Catalog } from '../../catalog/catalog';
import type { FrontEnd } from '../../source/front-end';

/**
 * Ids of the rules that can offer an edit, learned from their own bad examples: no list has to be kept by hand. `pause` is
 * awaited between two rules, so that nobody who is typing waits for all of them.
 */
export async function rulesWithFixes(
  catalog: Catalog,
  rules: readonly Rule[],
  frontEnd: FrontEnd,
  pause: () => Promise<void>,
): Promise<ReadonlySet<string>> {
  const engine = new Engine(catalog, rules, { ...DEFAULT_CONFIGURATION, preset: 'all' });
  const fixable = new Set<string>();
  for (const rule of rules) {
    await pause();
    for (const { code } of rule.examples.bad) {
      const { model } = frontEnd.parse(code);
      const { findings } = engine.analyze({ model, path: 'example.py', packages: NO_PACKAGE_VERSIONS });
      for (const { ruleId, fixes } of findings) if (fixes.length > 0) fixable.add(ruleId);
    }
  }
  return fixable;
}
