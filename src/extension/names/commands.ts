/** Ids of every command the extension contributes. The manifest lists the same ones; a test compares them. */
export const COMMANDS = {
  openLifecycle: 'mlsecops.openLifecycle',
  showInLifecycle: 'mlsecops.showInLifecycle',
  selectLifecycle: 'mlsecops.selectLifecycle',
  learn: 'mlsecops.learn',
  scanWorkspace: 'mlsecops.scanWorkspace',
  cancelScan: 'mlsecops.cancelScan',
  groupFindingsByStage: 'mlsecops.groupFindingsByStage',
  groupFindingsByRisk: 'mlsecops.groupFindingsByRisk',
  groupFindingsBySeverity: 'mlsecops.groupFindingsBySeverity',
  groupFindingsByFile: 'mlsecops.groupFindingsByFile',
  groupFindingsByRule: 'mlsecops.groupFindingsByRule',
  filterFindings: 'mlsecops.filterFindings',
  clearFilter: 'mlsecops.clearFilter',
  openFinding: 'mlsecops.openFinding',
  revealFinding: 'mlsecops.revealFinding',
  explainFinding: 'mlsecops.explainFinding',
  copyFinding: 'mlsecops.copyFinding',
  nextFinding: 'mlsecops.nextFinding',
  previousFinding: 'mlsecops.previousFinding',
  openProjectFile: 'mlsecops.openProjectFile',
  openSettings: 'mlsecops.openSettings',
  showOutput: 'mlsecops.showOutput',
  restartServer: 'mlsecops.restartServer',
} as const;

export type CommandId = (typeof COMMANDS)[keyof typeof COMMANDS];
