import type { KnownPart } from '../../catalog/schema/known-part';
import { KnownParts } from './known-parts';

/**
 * What is known of parts, from the text of the file that ships beside the bundles. It was checked when it was made, so that here only
 * its shape is looked at.
 *
 * @throws Error when the text is not of this version
 */
export function readKnownParts(text: string): KnownParts {
  const data: unknown = JSON.parse(text);
  const list = (data as { readonly knownParts?: unknown } | null)?.knownParts;
  if (!Array.isArray(list)) throw new Error('known-parts.json has no knownParts');
  return new KnownParts(list as readonly KnownPart[]);
}
