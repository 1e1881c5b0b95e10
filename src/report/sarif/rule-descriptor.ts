import type { Rule } from '../../analysis/rule';
import { plainText } from '../plain-text';
import type { SarifDescriptor } from './sarif-log';
import { sarifLevel } from './sarif-level';
import type { Taxonomies } from './taxonomies';

/**
 * Scores for readers that rank by number (0 to 10) rather than by level. They follow our severities and are no CVSS of a
 * particular weakness.
 */
const SECURITY_SEVERITY: Readonly<Record<Rule['severity'], string>> = {
  error: '8.0',
  warning: '5.5',
  info: '3.0',
};

/** A rule as SARIF describes it, with its texts, its stages and what it points to. */
export function ruleDescriptor(rule: Rule, taxonomies: Taxonomies): SarifDescriptor {
  const helpUri = rule.references[0]?.url;
  const relationships = taxonomies.relationsOf(rule);
  return {
    id: rule.id,
    name: rule.id.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.title },
    fullDescription: { text: plainText(rule.what) },
    help: { text: plainText(`${rule.why} ${rule.fix}`), markdown: helpMarkdown(rule) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: sarifLevel(rule.severity) },
    ...(relationships.length === 0 ? {} : { relationships }),
    properties: {
      tags: ['security', ...rule.tags, ...rule.cwe.map((id) => `external/cwe/${id.toLowerCase()}`)],
      'security-severity': SECURITY_SEVERITY[rule.severity],
      stages: rule.stages,
      risks: rule.risks,
      atlas: rule.atlas,
      controls: rule.controls,
    },
  };
}

function helpMarkdown(rule: Rule): string {
  const references = rule.references.map(({ title, url }) => `- [${title}](${url})`);
  return [
    rule.what,
    `**Why it matters.** ${rule.why}`,
    `**How to fix it.** ${rule.fix}`,
    ...(references.length > 0 ? [references.join('\n')] : []),
  ].join('\n\n');
}
