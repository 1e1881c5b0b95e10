/** The rules under which breaches of a project's policy are reported. */
export const POLICY_RULE_IDS = [
  'policy-source-not-approved',
  'policy-organization-not-approved',
  'policy-license-not-approved',
  'policy-provider-not-approved',
  'policy-part-unpinned',
  'policy-part-unsigned',
  'policy-part-unscanned',
  'policy-closed-service',
] as const;

export type PolicyRuleId = (typeof POLICY_RULE_IDS)[number];
