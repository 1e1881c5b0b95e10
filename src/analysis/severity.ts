/** Severities of a finding, worst first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How sure a rule is. `probable` findings are shown as information whatever the rule's severity. */
export type Confidence = 'certain' | 'probable';

/** The rule sets a project can choose; each holds the one before it. */
export const PRESETS = ['recommended', 'strict', 'all'] as const;
export type Preset = (typeof PRESETS)[number];
