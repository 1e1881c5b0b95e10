import type { Guide } from '../catalog/catalog';
import { CatalogSearch } from '../catalog/search/catalog-search';
import { ToolError } from './tool-error';

const SUGGESTIONS = 3;

/** An error for an id that nothing has, with what was perhaps meant. */
export function nothingNamed(id: string, guide: Guide): ToolError {
  const near = new CatalogSearch(guide).find(id, SUGGESTIONS).map((hit) => `${hit.id} (${hit.title})`);
  const perhaps = near.length > 0 ? ` Perhaps ${near.join(', ')}.` : '';
  return new ToolError(`Nothing is named ${JSON.stringify(id)}.${perhaps}`);
}
