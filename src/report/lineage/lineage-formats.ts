/** What a lineage can be taken away as. */
export const LINEAGE_FORMATS = ['svg', 'mermaid'] as const;

export type LineageFormat = (typeof LINEAGE_FORMATS)[number];
