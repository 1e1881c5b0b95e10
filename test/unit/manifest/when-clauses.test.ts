import { describe, expect, test } from 'vitest';
import { GROUPINGS } from '../../../src/extension/findings/grouping';
import { CONTEXT_KEYS } from '../../../src/extension/names/context-keys';
import { PART_GROUPINGS } from '../../../src/extension/supplychain/part-groups';
import { VIEWS } from '../../../src/extension/names/views';
import { manifest, whenClauses } from './manifest';

/** Our own names in a clause, without views and settings. */
function contextKeys(clause: string): readonly string[] {
  const names = [...clause.matchAll(/(?<![\w.])mlsecops\.\w+/gu)].map((match) => match[0]);
  return names.filter((name) => !(Object.values(VIEWS) as string[]).includes(name));
}

const events = manifest.contributes.walkthroughs.flatMap(({ steps }) =>
  steps.flatMap((step) => step.completionEvents),
);
const inManifest = new Set([
  ...whenClauses().flatMap(contextKeys),
  ...events.flatMap((event) =>
    event.startsWith('onContext:') ? contextKeys(event.slice('onContext:'.length)) : [],
  ),
]);

describe('when clauses', () => {
  test('read exactly the context keys that the code sets', () => {
    expect([...inManifest].sort()).toEqual(Object.values(CONTEXT_KEYS).sort());
  });

  test('name settings that exist', () => {
    const settings = whenClauses().flatMap((clause) =>
      [...clause.matchAll(/config\.([\w.]+)/gu)].map((match) => match[1] ?? ''),
    );
    expect(settings.length).toBeGreaterThan(0);
    for (const setting of settings)
      expect(manifest.contributes.configuration.properties).toHaveProperty([setting]);
  });

  test('offer every grouping but the one in force', () => {
    const clauses = manifest.contributes.menus['mlsecops.groupFindings']?.map(({ when }) => when);
    expect(clauses).toEqual(GROUPINGS.map((grouping) => `mlsecops.grouping != ${grouping}`));
  });

  test('offer every grouping of parts but the one in force', () => {
    const clauses = manifest.contributes.menus['mlsecops.groupParts']?.map(({ when }) => when);
    expect(clauses).toEqual(PART_GROUPINGS.map((grouping) => `mlsecops.partGrouping != ${grouping}`));
  });

  test('are combined from plain comparisons only', () => {
    const term = /^!?[\w.]+(?: (?:==|!=|>) [\w.]+| =~ \/[^/]+\/)?$/u;
    for (const clause of whenClauses()) {
      for (const part of clause.split(' && ')) expect(part, clause).toMatch(term);
    }
  });
});
