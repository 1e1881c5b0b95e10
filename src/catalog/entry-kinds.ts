/** Kinds whose entries have an id, are shown to people and refer to each other, in the order in which they are told. */
export const ENTRY_KINDS = [
  'lifecycles',
  'stages',
  'comparisons',
  'risks',
  'weaknesses',
  'tactics',
  'techniques',
  'threats',
  'controls',
  'guidance',
  'roles',
  'activities',
  'tools',
  'gaps',
  'entryPoints',
  'evidence',
  'maturityLevels',
  'maturityDimensions',
  'frameworks',
  'items',
  'sources',
  'retired',
] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

export function isEntryKind(key: string): key is EntryKind {
  return (ENTRY_KINDS as readonly string[]).includes(key);
}
