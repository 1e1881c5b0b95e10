import type { Rule } from '../../analysis/rule';
import type { CoreCatalog } from '../../catalog/core';
import type { Link } from '../../catalog/schema/entry';
import { escapeMarkdown, linkMarkdown } from './markdown';

/** A hover is read in passing: the most telling of each list; the rest is on the rule's page. */
const SHOWN = 2;

/**
 * What a hover says of one rule: what, why, how to fix, then where in the lifecycle, which risks, where to read on. The
 * finding's own message is not repeated: every editor shows it beside the hover.
 */
export function ruleMarkdown(rule: Rule, catalog: CoreCatalog): string {
  const stages = rule.stages.flatMap((id) => catalog.stages.get(id)?.title ?? []);
  const risks = rule.risks.flatMap((id) => catalog.risks.get(id) ?? []);
  const weaknesses = rule.cwe.flatMap((id) => catalog.weaknesses.get(id) ?? []);
  return [
    `**${escapeMarkdown(rule.title)}** · \`${rule.id}\``,
    rule.why,
    `**Fix.** ${rule.fix}`,
    [
      line('Stage', stages.slice(0, SHOWN).map(escapeMarkdown)),
      line('Risk', [
        ...risks.slice(0, SHOWN).map(({ label, title, links }) => linked(`${label} ${title}`, links)),
        ...weaknesses.slice(0, 1).map(({ id, links }) => linked(id, links)),
      ]),
      line(
        'Read',
        rule.references.slice(0, SHOWN).map(({ title, url }) => linkMarkdown(title, url)),
      ),
    ]
      .filter((text) => text !== '')
      .join('  \n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function line(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `**${name}:** ${items.join(' · ')}`;
}

function linked(text: string, links: readonly Link[]): string {
  return links[0] ? linkMarkdown(text, links[0].url) : escapeMarkdown(text);
}
