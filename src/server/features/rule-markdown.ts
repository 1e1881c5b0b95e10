import type { Rule } from '../../analysis/rule';
import type { Catalog } from '../../catalog/catalog';
import type { Risk } from '../../catalog/schema/reference';
import { escapeMarkdown, linkMarkdown, messageMarkdown } from './markdown';

/** What a hover says of one finding: what, why, how to fix, where in the lifecycle, which risk, links. */
export function findingMarkdown(message: string, rule: Rule, catalog: Catalog): string {
  return [
    `**${escapeMarkdown(rule.title)}** \`${rule.id}\``,
    messageMarkdown(message),
    `**Why it matters.** ${rule.why}`,
    `**How to fix.** ${rule.fix}`,
    [...stageLines(rule, catalog), ...riskLines(rule, catalog), ...weaknessLines(rule, catalog)].join('  \n'),
    rule.references.map(({ title, url }) => linkMarkdown(title, url)).join(' · '),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function stageLines(rule: Rule, catalog: Catalog): readonly string[] {
  const titles = rule.stages.flatMap((id) => catalog.stages.get(id)?.title ?? []);
  return titles.length === 0 ? [] : [`**Lifecycle stage:** ${titles.map(escapeMarkdown).join(', ')}`];
}

function riskLines(rule: Rule, catalog: Catalog): readonly string[] {
  const risks = rule.risks.flatMap((id) => catalog.risks.get(id) ?? []);
  return risks.length === 0 ? [] : [`**Risk:** ${risks.map(riskLabel).join(', ')}`];
}

function riskLabel({ label, title, links }: Risk): string {
  const text = `${label} ${title}`;
  return links[0] ? linkMarkdown(text, links[0].url) : escapeMarkdown(text);
}

function weaknessLines(rule: Rule, catalog: Catalog): readonly string[] {
  const entries = [
    ...rule.cwe.flatMap((id) => catalog.weaknesses.get(id) ?? []),
    ...rule.atlas.flatMap((id) => catalog.techniques.get(id) ?? []),
  ];
  if (entries.length === 0) return [];
  const texts = entries.map(({ id, title, links }) => {
    const text = `${id} ${title}`;
    return links[0] ? linkMarkdown(text, links[0].url) : escapeMarkdown(text);
  });
  return [`**Weakness and technique:** ${texts.join(', ')}`];
}
