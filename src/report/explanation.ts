import type { Rule } from '../analysis/rule';
import type { Guide } from '../catalog/catalog';
import { guideEntry, type GuideEntry } from '../catalog/guide-entry';
import { KIND_NAMES } from '../catalog/kind-names';
import { ENTRY_KINDS, type EntryKind } from '../catalog/entry-kinds';
import { Relations } from '../catalog/relations';
import type { Link } from '../catalog/schema/entry';
import { riskTitle, stageTitle } from './labels';
import { plainText } from './plain-text';

/** What is known of one id, ready to be written. */
export interface Explanation {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly { readonly heading: string; readonly text: string }[];
  readonly facts: readonly { readonly label: string; readonly values: readonly string[] }[];
  readonly links: readonly Link[];
}

/**
 * Explains a rule or a catalog entry. The id is taken as people write it: any case, a risk also by its label
 * (`LLM04:2026`). Undefined when nothing has it.
 */
export function explanationOf(
  id: string,
  guide: Guide,
  ruleOf: (id: string) => Rule | undefined,
): Explanation | undefined {
  const rule = ruleOf(id.toLowerCase());
  return rule ? ofRule(rule, guide) : ofEntry(id, guide);
}

function ofRule(rule: Rule, guide: Guide): Explanation {
  return {
    kind: 'rule',
    id: rule.id,
    title: rule.title,
    paragraphs: [
      { heading: 'What it finds', text: plainText(rule.what) },
      { heading: 'Why it matters', text: plainText(rule.why) },
      { heading: 'How to fix it', text: plainText(rule.fix) },
    ],
    facts: [
      { label: 'Severity', values: [`${rule.severity}, preset ${rule.preset}, since ${rule.since}`] },
      { label: 'Lifecycle stages', values: rule.stages.map((stage) => stageTitle(guide, stage)) },
      { label: 'Risks', values: rule.risks.map((risk) => riskTitle(guide, risk)) },
      {
        label: 'Controls',
        values: rule.controls.map((control) => named(guide, 'controls', control).join('')),
      },
      { label: 'CWE', values: rule.cwe.map((weakness) => named(guide, 'weaknesses', weakness).join('')) },
      {
        label: 'MITRE ATLAS',
        values: rule.atlas.map((technique) => named(guide, 'techniques', technique).join('')),
      },
    ].filter(({ values }) => values.length > 0),
    links: rule.references,
  };
}

function ofEntry(id: string, guide: Guide): Explanation | undefined {
  const wanted = id.toLowerCase();
  for (const kind of EXPLAINED) {
    for (const key of guide[kind].keys()) {
      const entry = guideEntry(guide, kind, key);
      if (entry && (key.toLowerCase() === wanted || entry.label.toLowerCase() === wanted)) {
        return describe(entry, guide);
      }
    }
  }
  return undefined;
}

/** Kinds that are asked for by id, in the order in which an id that several have is taken. */
const EXPLAINED: readonly EntryKind[] = ENTRY_KINDS.filter(
  (kind) => kind !== 'guidance' && kind !== 'sources',
);

function describe(entry: GuideEntry, guide: Guide): Explanation {
  const { kind, id, title, summary, status, links, label } = entry;
  const stage = kind === 'stages' ? guide.stages.get(id) : undefined;
  const facts = [
    { label: 'Guidance', values: stage?.guidance ?? [] },
    { label: 'Checks', values: stage?.checks.map((check) => check.title) ?? [] },
    ...new Relations(guide).groups(kind, id).map((group) => ({
      label: group.title,
      values: group.entries.flatMap((each) => named(guide, each.kind, each.id)),
    })),
    { label: 'Status', values: status === undefined ? [] : [status] },
  ];
  return {
    kind: KIND_NAMES[kind].one,
    id,
    title: label && label !== id ? `${label} ${title}` : title,
    paragraphs: [{ heading: '', text: plainText(summary) }],
    facts: facts.filter(({ values }) => values.length > 0),
    links,
  };
}

function named(guide: Guide, kind: EntryKind, id: string): string[] {
  const entry = guideEntry(guide, kind, id);
  if (!entry) return [id];
  return [entry.label === '' ? entry.title : `${entry.label} ${entry.title}`];
}
