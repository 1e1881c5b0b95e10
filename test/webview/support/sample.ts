import type { Item } from '../../../src/catalog/schema/framework';
import type { Lifecycle, Stage } from '../../../src/catalog/schema/lifecycle';
import type { Severity } from '../../../src/analysis/severity';
import type { WireFinding } from '../../../src/protocol/finding';
import type { PanelSnapshot } from '../../../src/protocol/panel';
import type { PanelCatalog, RuleSummary } from '../../../src/protocol/panel-catalog';

const entry = (id: string, title: string) => ({
  id,
  title,
  summary: `${title} in a sentence.`,
  links: [{ title: `About ${title}`, url: `https://example.org/${encodeURIComponent(id)}` }],
  source: 'WP',
  status: 'verified' as const,
});

function stage(id: string, number: number, title: string, more: Partial<Stage> = {}): Stage {
  return {
    ...entry(id, title),
    lifecycle: 'mlsecops',
    number,
    shortTitle: title.slice(0, 16),
    aliases: [],
    domain: number === 1 ? 'Planning' : number < 4 ? 'Development' : 'Operation',
    artifacts: [
      { title: `Input of ${title}`, direction: 'consumed', security: false },
      { title: `Signature of ${title}`, direction: 'produced', security: true },
    ],
    checks: [{ title: `Check of ${title}`, controls: ['C06'] }],
    roles: { lead: ['DS'], supports: ['SP'] },
    risks: [],
    controls: ['C06'],
    tools: ['scorecard'],
    guidance: [`Advice for ${title}`],
    signing: { sign: [`Hash of ${title}`], verify: [] },
    attacks: [],
    signals: { paths: [], imports: [] },
    ...more,
  };
}

const STAGES: readonly Stage[] = [
  stage('plan', 1, 'Planning'),
  stage('data', 2, 'Data'),
  stage('experiment', 3, 'Experimentation', { risks: ['owasp-ml-2023:ML06'] }),
  stage('serve', 4, 'Serving', { risks: ['owasp-ml-2023:ML06'] }),
  stage('llm-develop', 1, 'Develop', { lifecycle: 'llmsecops', risks: ['owasp-llm-2026:LLM04'] }),
];

const LIFECYCLES: readonly Lifecycle[] = [
  {
    ...entry('mlsecops', 'MLSecOps lifecycle'),
    stages: ['plan', 'data', 'experiment', 'serve'],
    flows: [
      { from: 'plan', to: 'data', label: 'Requirements' },
      { from: 'data', to: 'experiment', label: 'Versioned datasets' },
      { from: 'experiment', to: 'serve', label: 'Models' },
      { from: 'serve', to: 'data', label: 'Feedback' },
    ],
  },
  { ...entry('llmsecops', 'LLMSecOps lifecycle'), stages: ['llm-develop'], flows: [] },
];

const RULE: RuleSummary = {
  id: 'torch-load-unsafe',
  title: 'PyTorch checkpoint is loaded with code',
  severity: 'error',
  preset: 'recommended',
  stages: ['experiment'],
  risks: ['owasp-ml-2023:ML06'],
  cwe: ['CWE-502'],
  atlas: [],
  controls: ['C06'],
  what: 'Finds `torch.load` that unpickles.\n\n- one\n- two',
  why: 'A pickle runs **code**. <img src=x onerror=alert(1)>',
  fix: 'Pass it:\n\n```python\ntorch.load(path, weights_only=True)\n```\n\nSee [the manual](https://example.org/manual) or [not this](javascript:alert(1)).',
  references: [{ title: 'Manual', url: 'https://example.org/manual' }],
  hasFix: true,
};

const risk = (
  id: string,
  label: string,
  title: string,
  framework: string,
  edition: string,
  same: string[],
) => ({
  ...entry(id, title),
  ...{ framework, edition, label, same },
  controls: ['C06'],
  cwe: ['CWE-502'],
  atlas: ['AML.T0010'],
  items: ['nist-ai-rmf:GOVERN-6'],
  official: [],
  tools: ['scorecard'],
});

const framework = (id: string, title: string, edition: string, members: 'risks' | 'items') => ({
  ...entry(id, title),
  ...{ edition, publisher: 'Somebody', members, memberName: members, superseded: false },
});

const item = (id: string, label: string, title: string, more: Partial<Item> = {}): Item => ({
  ...entry(id, title),
  ...{ framework: 'nist-ai-rmf', label, controls: [], stages: [], risks: [], techniques: [], weaknesses: [] },
  ...{ items: [], points: [] },
  ...more,
});

export const CATALOG: PanelCatalog = {
  lifecycles: LIFECYCLES,
  stages: STAGES,
  risks: [
    risk('owasp-ml-2023:ML06', 'ML06:2023', 'AI supply chain', 'owasp-ml-2023', '2023', [
      'owasp-llm-2026:LLM04',
    ]),
    risk('owasp-llm-2026:LLM04', 'LLM04:2026', 'Supply chain', 'owasp-llm-2026', '2026', []),
  ],
  weaknesses: [entry('CWE-502', 'Deserialization of untrusted data')],
  tactics: [],
  techniques: [{ ...entry('AML.T0010', 'Supply chain compromise'), tactics: [], stages: [], platforms: [] }],
  threats: [],
  controls: [
    { ...entry('C06', 'Malware scan of models'), stages: ['experiment'], tools: ['scorecard'] },
    { ...entry('C07', 'Safe formats'), stages: ['data'], tools: [] },
  ],
  guidance: [
    {
      ...entry('controls/C06', 'Scan models before they are loaded'),
      form: 'practice',
      steps: [
        {
          title: 'Scan the quarantine folder',
          text: 'Use `modelscan` on every file.',
          gate: 'A finding',
          evidence: 'A report',
          commands: ['modelscan -p models'],
          code: { language: 'python', text: 'scan()\n' },
        },
      ],
      limits: ['A clean report is no proof.'],
      ...{ stages: ['experiment'], risks: [], controls: ['C06'], tools: [], items: [] },
    },
  ],
  roles: [
    { ...entry('DS', 'Data scientist'), group: 'Data', aliases: [] },
    { ...entry('SP', 'Security engineer'), group: 'Security', persona: 'Pang', aliases: [] },
  ],
  activities: [
    {
      ...entry('scanning', 'Scanning of models'),
      ...{ stages: ['experiment'], responsible: ['DS'], accountable: ['SP'], consulted: [], informed: [] },
      controls: ['C06'],
    },
  ],
  tools: [
    {
      ...entry('scorecard', 'Scorecard'),
      ...{
        home: 'OpenSSF',
        stages: ['experiment'],
        licence: 'Apache-2.0',
        standing: 'Graduated',
        aliases: [],
      },
      closes: 'Habits of a repository.',
      leaves: 'What is inside a model.',
    },
  ],
  gaps: [
    {
      ...entry('tampering', 'A model was changed'),
      ...{
        verdict: 'partly',
        reason: 'Only when somebody verifies.',
        tools: ['scorecard'],
        alternatives: [],
      },
      ...{ stages: ['serve'], risks: [], controls: [] },
    },
  ],
  entryPoints: [
    {
      ...entry('open-weights', 'Weights from a hub'),
      ...{ asset: 'model', openness: 'open', stages: ['experiment'], controls: ['C06'], risks: [] },
      dangers: ['A hidden backdoor.'],
      verify: ['The hash.'],
      trust: ['The training.'],
    },
  ],
  evidence: [
    {
      ...entry('EV-SCAN', 'Scan report'),
      ...{ polarity: 'for', detect: 'A call of `modelscan`.', confidence: 'high', controls: ['C06'] },
      ...{ risks: [], weaknesses: [], needs: [], rules: [] },
    },
    {
      ...entry('EV-OTHER', 'Another report'),
      ...{
        polarity: 'for',
        detect: 'Anything.',
        controls: ['C06'],
        risks: [],
        weaknesses: [],
        needs: [],
        rules: [],
      },
    },
  ],
  maturityLevels: [{ ...entry('L1', 'Documented'), number: 1, elsewhere: [] }],
  maturityDimensions: [
    {
      ...entry('D1', 'Models'),
      shortTitle: 'Models',
      cappedBy: [],
      stages: ['experiment'],
      asks: [{ level: 'L1', anyOf: ['EV-SCAN', 'EV-OTHER'] }],
    },
  ],
  comparisons: [
    {
      ...entry('compare-experiment', 'Experimentation'),
      ...{ classic: 'experiment', llm: ['llm-develop'], same: ['Scans stay.'], new: ['Prompts are code.'] },
      gone: ['Training from scratch.'],
    },
  ],
  frameworks: [
    framework('owasp-ml-2023', 'OWASP ML Top 10', '2023', 'risks'),
    framework('owasp-llm-2026', 'OWASP LLM Top 10', '2026', 'risks'),
    framework('nist-ai-rmf', 'NIST AI RMF', '1.0', 'items'),
  ],
  items: [
    item('nist-ai-rmf:GOVERN', 'GOVERN', 'Govern'),
    item('nist-ai-rmf:GOVERN-6', 'GOVERN 6', 'Third parties', {
      parent: 'nist-ai-rmf:GOVERN',
      controls: ['C06'],
      stages: ['experiment'],
    }),
    item('nist-ai-rmf:MAP-1', 'MAP 1', 'Context', { controls: ['C07'] }),
  ],
  sources: [
    {
      ...{ id: 'WP', title: 'The whitepaper', summary: 'Read in full.' },
      ...{ url: 'https://example.org/wp', read: '2026-10' },
    },
  ],
  retired: [{ id: 'AML.T0001', title: 'Old technique', replacedBy: ['techniques/AML.T0010'] }],
  rules: [RULE],
};

/** One finding of the sample rule; `line` as people count. */
export function finding(line: number, more: Partial<WireFinding> = {}): WireFinding {
  const position = { line: line - 1, character: 0 };
  return {
    id: `finding ${line}`,
    ruleId: RULE.id,
    ruleTitle: RULE.title,
    subject: 'torch.load',
    message: `Load number ${line} runs code.`,
    severity: 'error',
    confidence: 'certain',
    uri: 'file:///project/train.py',
    range: { start: position, end: position },
    excerpt: '',
    stages: ['experiment'],
    risks: ['owasp-ml-2023:ML06'],
    path: [],
    ...more,
  };
}

/** A snapshot whose totals are those of its findings; without more, nothing was found and no file is in front. */
export function snapshot(more: Partial<PanelSnapshot> = {}): PanelSnapshot {
  return {
    findings: {},
    totals: totalsOf(more.findings ?? {}),
    editor: undefined,
    followEditor: true,
    scanning: false,
    scanned: false,
    ...more,
  };
}

function totalsOf(findings: PanelSnapshot['findings']): PanelSnapshot['totals'] {
  const shown = Object.values(findings).flatMap((entry) => entry.shown);
  const unique = [...new Map(shown.map((each) => [each.id, each])).values()];
  const count = (severity: Severity): number => unique.filter((each) => each.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

/** Findings as the host groups them, for the experimentation stage. */
export function inExperiment(shown: readonly WireFinding[], total = shown.length): PanelSnapshot['findings'] {
  return { experiment: { total, shown } };
}
