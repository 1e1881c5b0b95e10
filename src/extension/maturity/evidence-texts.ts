import type { Guide } from '../../catalog/catalog';
import { entryRef } from '../../catalog/entry-ref';
import type { Evidence } from '../../catalog/schema/maturity';
import { VIEW_ITEMS } from '../names/views';
import { escapeMarkdown } from '../support/markdown';

/** Title of evidence; its id when the catalog does not know it. */
export function evidenceTitle(guide: Guide, id: string): string {
  return guide.evidence.get(id)?.title ?? id;
}

/** Tooltip of evidence as Markdown: what it is, how it is recognised, what it takes. */
export function evidenceTooltip(guide: Guide, id: string): string {
  const entry = guide.evidence.get(id);
  if (!entry) return escapeMarkdown(id);
  const { title, summary, detect, cost, controls } = entry;
  const names = controls.map((control) => `${control} ${guide.controls.get(control)?.title ?? ''}`.trim());
  return [
    `**${escapeMarkdown(title)}** (${escapeMarkdown(id)})`,
    escapeMarkdown(summary),
    `Looked for: ${escapeMarkdown(detect)}`,
    cost ? `Takes ${cost.effort}: ${escapeMarkdown(cost.why)}` : '',
    whyElsewhere(entry),
    names.length > 0 ? `Controls: ${escapeMarkdown(names.join(', '))}` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The page of the guide that says how to bring it. */
export function evidencePage(guide: Guide, id: string): string {
  const [control] = guide.evidence.get(id)?.controls ?? [];
  return control === undefined ? entryRef('evidence', id) : entryRef('controls', control);
}

/** Which actions a row offers that asks for evidence: a template, an attestation (where the files need not show it), or both. */
export function evidenceMenu(guide: Guide, id: string, template: string | undefined): string {
  const canBeAttested = guide.evidence.get(id)?.elsewhere !== undefined;
  if (template === undefined) return canBeAttested ? VIEW_ITEMS.evidenceToAttest : VIEW_ITEMS.entry;
  return canBeAttested ? VIEW_ITEMS.evidenceToBring : VIEW_ITEMS.evidenceWithTemplate;
}

function whyElsewhere({ elsewhere }: Evidence): string {
  return elsewhere === undefined ? '' : `Can be attested: ${escapeMarkdown(elsewhere)}`;
}
