/** Views and webview panels, as the manifest names them. */
export const VIEWS = {
  lifecycle: 'mlsecops.lifecycle',
  findings: 'mlsecops.findings',
  supplyChain: 'mlsecops.supplyChain',
  maturity: 'mlsecops.maturity',
} as const;

export const LIFECYCLE_PANEL = 'mlsecops.lifecycle';

/** A report shown in a tab. */
export const REPORT_PAGE = 'mlsecops.report';

/** Values of `viewItem` that menus of the manifest ask for. */
export const VIEW_ITEMS = {
  finding: 'finding',
  findingGroup: 'findingGroup',
  stage: 'stage',
  risk: 'risk',
  entry: 'entry',
  part: 'part',
  /** A part with a package URL. */
  partWithPurl: 'partWithPurl',
  partUse: 'partUse',
  /** Evidence that a template gives a beginning for. */
  evidenceWithTemplate: 'evidenceWithTemplate',
  /** Evidence that no machine can see. */
  evidenceToAttest: 'evidenceToAttest',
  /** Evidence that there is a template for, and that may be elsewhere. */
  evidenceToBring: 'evidenceToBring',
} as const;
