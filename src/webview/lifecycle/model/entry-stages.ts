import type { Stage } from '../../../catalog/schema/lifecycle';
import { resolve, type CatalogIndex } from './catalog-index';
import { stagesOfRisk } from './risk-relations';

/** Stages of all lifecycles that an entry or rule touches, for the diagram to light; none when it names no stage. */
export function stagesOfEntry(ref: string, index: CatalogIndex): readonly Stage[] {
  const slash = ref.indexOf('/');
  const kind = ref.slice(0, slash);
  const id = ref.slice(slash + 1);
  if (kind === 'risks') return stagesOfRisk(id, index);
  if (kind === 'rules') return resolve(index.rule(id)?.stages ?? [], index.stage);
  const target = index.entry(ref);
  if (!target) return [];
  return resolve(index.relations().neighbours(target.kind, target.id, 'stages'), index.stage);
}
