import { readFileSync } from 'node:fs';
import { RULES } from '../../src/analysis/rules/registry.generated';
import { readGuide } from '../../src/catalog/read-guide';
import { panelCatalog } from '../../src/server/features/panel-catalog';
import type { PanelCatalog } from '../../src/protocol/panel-catalog';

let catalog: PanelCatalog | undefined;

/** The catalog as the panel gets it; `catalog:compile` makes the file it is read from. */
export function sampleCatalog(): PanelCatalog {
  if (catalog) return catalog;
  const text = readFileSync('src/catalog/guide.generated.json', 'utf8');
  return (catalog = panelCatalog(readGuide(text), RULES, new Set(RULES.map((rule) => rule.id))));
}
