/** Views and webview panels, as the manifest names them. */
export const VIEWS = {
  lifecycle: 'mlsecops.lifecycle',
  findings: 'mlsecops.findings',
} as const;

export const LIFECYCLE_PANEL = 'mlsecops.lifecycle';

/** Values of `viewItem` that menus of the manifest ask for. */
export const VIEW_ITEMS = {
  finding: 'finding',
  findingGroup: 'findingGroup',
  stage: 'stage',
  risk: 'risk',
  entry: 'entry',
} as const;
