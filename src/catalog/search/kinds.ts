import type { SearchHit } from './search-hit';

/**
 * The kinds that are searched, in the order in which people mean them. Sources are told with what was read in them, and
 * retired ids lead to what replaced them.
 */
export const SEARCHED_KINDS = [
  'risks',
  'controls',
  'stages',
  'lifecycles',
  'guidance',
  'tools',
  'roles',
  'rules',
  'techniques',
  'tactics',
  'weaknesses',
  'frameworks',
  'threats',
  'entryPoints',
  'gaps',
  'activities',
  'comparisons',
  'evidence',
  'maturityLevels',
  'maturityDimensions',
  'items',
] as const satisfies readonly SearchHit['kind'][];
