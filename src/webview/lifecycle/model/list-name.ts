import type { Risk } from '../../../catalog/schema/reference';
import type { CatalogIndex } from './catalog-index';

/** The list a risk is of, `OWASP LLM Top 10 2026`; the edition only where the name does not have it already. */
export function listName({ framework: id, edition }: Risk, index: CatalogIndex): string {
  const name = index.guide.frameworks.get(id)?.title ?? id;
  return name.includes(edition) ? name : `${name} ${edition}`;
}
