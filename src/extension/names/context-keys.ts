/** Context keys the extension sets and `when` clauses of the manifest read. A test compares both sides. */
export const CONTEXT_KEYS = {
  /** A workspace scan runs. */
  scanning: 'mlsecops.scanning',
  /** A workspace scan has ended in this window. */
  scanned: 'mlsecops.scanned',
  /** At least one finding is known. */
  hasFindings: 'mlsecops.hasFindings',
  /** The Findings view hides what does not match a filter. */
  filtered: 'mlsecops.filtered',
  /** The Lifecycle view is narrowed to a role or a framework. */
  lifecycleFiltered: 'mlsecops.lifecycleFiltered',
  /** How the Findings view is grouped: see {@link Grouping}. */
  grouping: 'mlsecops.grouping',
  /** The inventory has at least one part. */
  hasParts: 'mlsecops.hasParts',
  /** The AI supply chain view hides what does not match a filter. */
  partsFiltered: 'mlsecops.partsFiltered',
  /** How the AI supply chain view is grouped: see {@link PartGrouping}. */
  partGrouping: 'mlsecops.partGrouping',
  /** The language server stopped and was not started again. */
  serverFailed: 'mlsecops.serverFailed',
} as const;

export type ContextKey = (typeof CONTEXT_KEYS)[keyof typeof CONTEXT_KEYS];
