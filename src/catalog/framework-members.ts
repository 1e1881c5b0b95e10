import type { Guide } from './catalog';
import { guideEntry, type GuideEntry } from './guide-entry';

/**
 * The entries of a framework in its order. Headings (a NIST category, an AICM domain) are members too.
 *
 * @returns an empty list for a framework the guide does not know
 */
export function frameworkMembers(guide: Guide, framework: string): GuideEntry[] {
  const members = guide.frameworks.get(framework)?.members;
  if (members === undefined) return [];
  const ids = [...guide[members].values()]
    .filter((entry) => belongs(entry, members, framework))
    .map(({ id }) => id);
  return ids.flatMap((id) => guideEntry(guide, members, id) ?? []);
}

function belongs(
  entry: { readonly id: string; readonly framework?: string },
  members: string,
  framework: string,
): boolean {
  if (members === 'items') return entry.framework === framework;
  // An OWASP risk carries its edition in its id; CWE and ATLAS are the only lists of their kind.
  return members === 'risks' ? entry.id.startsWith(`${framework}:`) : true;
}
