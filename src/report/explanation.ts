import type { Rule } from '../analysis/rule';
import type { Catalog } from '../catalog/catalog';
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
  catalog: Catalog,
  ruleOf: (id: string) => Rule | undefined,
): Explanation | undefined {
  const rule = ruleOf(id.toLowerCase());
  return rule ? ofRule(rule, catalog) : ofEntry(id, catalog);
}

function ofRule(rule: Rule, catalog: Catalog): Explanation {
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
      { label: 'Lifecycle stages', values: rule.stages.map((stage) => stageTitle(catalog, stage)) },
      { label: 'Risks', values: rule.risks.map((risk) => riskTitle(catalog, risk)) },
      { label: 'Controls', values: rule.controls.map((control) => named(catalog.controls, control)) },
      { label: 'CWE', values: rule.cwe.map((weakness) => named(catalog.weaknesses, weakness)) },
      { label: 'MITRE ATLAS', values: rule.atlas.map((technique) => named(catalog.techniques, technique)) },
    ].filter(({ values }) => values.length > 0),
    links: rule.references,
  };
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly status: string;
  readonly links: readonly Link[];
  readonly label?: string;
}

function ofEntry(id: string, catalog: Catalog): Explanation | undefined {
  const kinds: readonly (readonly [string, ReadonlyMap<string, Entry>])[] = [
    ['lifecycle', catalog.lifecycles],
    ['stage', catalog.stages],
    ['risk', catalog.risks],
    ['weakness', catalog.weaknesses],
    ['technique', catalog.techniques],
    ['control', catalog.controls],
    ['role', catalog.roles],
    ['tool', catalog.tools],
  ];
  const wanted = id.toLowerCase();
  for (const [kind, entries] of kinds) {
    for (const entry of entries.values()) {
      if (entry.id.toLowerCase() === wanted || entry.label?.toLowerCase() === wanted) {
        return describeEntry(kind, entry, catalog);
      }
    }
  }
  return undefined;
}

function describeEntry(kind: string, entry: Entry, catalog: Catalog): Explanation {
  const { id, title, summary, status, links, label } = entry;
  return {
    kind,
    id,
    title: label ? `${label} ${title}` : title,
    paragraphs: [{ heading: '', text: plainText(summary) }],
    facts: [...relations(id, catalog), { label: 'Status', values: [status] }].filter(
      ({ values }) => values.length > 0,
    ),
    links,
  };
}

/** What the entry is linked with; which of the maps hold the id decides what there is to tell. */
function relations(id: string, catalog: Catalog): Explanation['facts'] {
  const stage = catalog.stages.get(id);
  const risk = catalog.risks.get(id);
  const control = catalog.controls.get(id);
  const controls = stage?.controls ?? risk?.controls ?? [];
  const stages = control?.stages ?? stagesWithRisk(id, catalog);
  return [
    { label: 'Guidance', values: stage?.guidance ?? [] },
    { label: 'Checks', values: stage?.checks.map((check) => check.title) ?? [] },
    { label: 'Risks', values: stage?.risks.map((each) => riskTitle(catalog, each)) ?? [] },
    {
      label: 'The same risk in other editions',
      values: risk?.same.map((each) => riskTitle(catalog, each)) ?? [],
    },
    { label: 'Lifecycle stages', values: stages.map((each) => stageTitle(catalog, each)) },
    { label: 'Controls', values: controls.map((each) => named(catalog.controls, each)) },
    { label: 'CWE', values: risk?.cwe.map((each) => named(catalog.weaknesses, each)) ?? [] },
  ];
}

function stagesWithRisk(risk: string, catalog: Catalog): readonly string[] {
  return [...catalog.stages.values()].filter((stage) => stage.risks.includes(risk)).map(({ id }) => id);
}

function named(entries: ReadonlyMap<string, { readonly title: string }>, id: string): string {
  const entry = entries.get(id);
  return entry ? `${id} ${entry.title}` : id;
}
