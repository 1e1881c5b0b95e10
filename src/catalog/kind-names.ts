import type { EntryKind } from './entry-kinds';

/** What people call the kinds of entries. */
export const KIND_NAMES: Readonly<Record<EntryKind, { readonly one: string; readonly many: string }>> = {
  lifecycles: { one: 'lifecycle', many: 'Lifecycles' },
  stages: { one: 'stage', many: 'Stages' },
  comparisons: { one: 'comparison', many: 'Comparisons' },
  risks: { one: 'risk', many: 'Risks' },
  weaknesses: { one: 'weakness', many: 'Weaknesses' },
  tactics: { one: 'tactic', many: 'Tactics' },
  techniques: { one: 'technique', many: 'Techniques' },
  threats: { one: 'threat', many: 'Threats' },
  controls: { one: 'control', many: 'Controls' },
  guidance: { one: 'good practice', many: 'Good practice' },
  roles: { one: 'role', many: 'Roles' },
  activities: { one: 'activity', many: 'Activities' },
  tools: { one: 'tool', many: 'Tools' },
  gaps: { one: 'need', many: 'Needs and gaps' },
  entryPoints: { one: 'entry point', many: 'Entry points' },
  evidence: { one: 'evidence', many: 'Evidence' },
  maturityLevels: { one: 'maturity level', many: 'Maturity levels' },
  maturityDimensions: { one: 'maturity dimension', many: 'Maturity dimensions' },
  frameworks: { one: 'framework', many: 'Frameworks' },
  items: { one: 'framework item', many: 'Framework items' },
  sources: { one: 'source', many: 'Sources' },
  retired: { one: 'retired id', many: 'Retired ids' },
};
