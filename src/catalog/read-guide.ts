import type { GuideEntries } from './entries';
import { ENTRY_KINDS } from './entry-kinds';

/**
 * The guide from the text of the file that ships beside the bundles. It was checked when it was made, so that here only its
 * shape is looked at.
 *
 * @throws Error when the text is not of this version
 */
export function readGuide(text: string): GuideEntries {
  const data: unknown = JSON.parse(text);
  const missing = [...ENTRY_KINDS, 'synonyms'].filter(
    (kind) => !Array.isArray((data as Readonly<Record<string, unknown>> | null)?.[kind]),
  );
  if (missing.length > 0) throw new Error(`catalog.json has no ${missing.join(', ')}`);
  return data as GuideEntries;
}
