import { guideOf, type GuideEntries } from '../../../../src/catalog/entries';
import { ENTRY_KINDS } from '../../../../src/catalog/entry-kinds';
import type { Guide } from '../../../../src/catalog/catalog';
import type { Stage } from '../../../../src/catalog/schema/lifecycle';

const base = (id: string, title = id) => ({
  id,
  title,
  summary: `${title} in a sentence.`,
  links: [],
  source: 'own',
  status: 'synthesis' as const,
});

function stage(id: string, number: number, more: Partial<Stage> = {}): Stage {
  return {
    ...base(id, `Stage ${id}`),
    lifecycle: 'small',
    number,
    shortTitle: id,
    aliases: [],
    domain: 'Domain',
    artifacts: [],
    checks: [],
    roles: { lead: ['DS'], supports: [] },
    risks: [],
    controls: [],
    tools: [],
    guidance: [],
    signing: { sign: [], verify: [] },
    attacks: [],
    signals: { paths: [], imports: [] },
    ...more,
  };
}

const risk = (framework: string, label: string, more: object = {}) => ({
  ...base(`${framework}:${label}`, `Risk ${label}`),
  framework,
  edition: '2026',
  label: `${label}:2026`,
  same: [],
  controls: [],
  cwe: [],
  atlas: [],
  items: [],
  official: [],
  tools: [],
  ...more,
});

const framework = (id: string, members: string, more: object = {}) => ({
  ...base(id, `Framework ${id}`),
  edition: '1.0',
  publisher: 'Somebody',
  members,
  memberName: 'parts',
  superseded: false,
  ...more,
});

const item = (id: string, label: string, more: object = {}) => ({
  ...base(id, `Item ${label}`),
  framework: 'frame',
  label,
  controls: [],
  stages: [],
  risks: [],
  techniques: [],
  weaknesses: [],
  items: [],
  points: [],
  ...more,
});

/** Two stages with one of each thing that overlays look for; what is given replaces whole lists. */
export function smallGuide(replaced: Readonly<Record<string, readonly object[]>> = {}): Guide {
  const lists: Record<string, readonly object[]> = {
    lifecycles: [
      {
        ...base('small', 'Small lifecycle'),
        stages: ['a', 'b'],
        flows: [{ from: 'a', to: 'b', label: 'Model' }],
      },
    ],
    stages: [
      stage('a', 1, { risks: ['new:R1'], controls: ['C01'], roles: { lead: ['DS'], supports: ['SP'] } }),
      stage('b', 2, { risks: ['new:R2'], signing: { sign: [], verify: ['The model before it is loaded.'] } }),
    ],
    risks: [
      risk('new', 'R1', { controls: ['C01', 'C02'] }),
      risk('new', 'R2'),
      risk('old', 'X9', { same: ['new:R2'] }),
    ],
    controls: [
      { ...base('C01', 'First control'), stages: ['a'], tools: [] },
      { ...base('C02', 'Second control'), stages: ['b'], tools: [] },
    ],
    roles: [
      { ...base('DS', 'Data scientist'), group: 'Data', aliases: [] },
      { ...base('SP', 'Security engineer'), group: 'Security', aliases: [] },
    ],
    activities: [
      {
        ...base('train', 'Train the model'),
        stages: ['a'],
        responsible: ['DS'],
        accountable: ['SP'],
        consulted: [],
        informed: [],
        controls: ['C01'],
      },
    ],
    tools: [{ ...base('signer', 'Signer'), home: 'OpenSSF', stages: ['a'], aliases: [] }],
    gaps: [
      {
        ...base('unsigned', 'Unsigned models'),
        verdict: 'closes',
        reason: 'It signs them.',
        tools: ['signer'],
        alternatives: [],
        stages: ['a'],
        risks: [],
        controls: [],
      },
      {
        ...base('evasion', 'Evasion'),
        verdict: 'open',
        reason: 'No tool tests for it.',
        tools: [],
        alternatives: [],
        stages: ['b'],
        risks: [],
        controls: [],
      },
    ],
    frameworks: [
      framework('new', 'risks'),
      framework('old', 'risks', { superseded: true }),
      framework('frame', 'items'),
      framework('empty', 'items'),
    ],
    items: [
      item('frame:A', 'A'),
      item('frame:A.1', 'A.1', { parent: 'frame:A', stages: ['a'], controls: ['C01'] }),
      item('frame:A.2', 'A.2', { parent: 'frame:A', controls: ['C01'] }),
      item('frame:A.3', 'A.3', { parent: 'frame:A', outside: 'It is about buildings.' }),
    ],
    ...replaced,
  };
  const all = Object.fromEntries([...ENTRY_KINDS, 'synonyms'].map((kind) => [kind, lists[kind] ?? []]));
  return guideOf(all as unknown as GuideEntries);
}
