import type { Rule } from '../../src/analysis/rule';

/** A class of risks: rules belong to the first whose tags they have. */
interface RuleClass {
  readonly title: string;
  readonly tags: readonly string[];
}

/** In the order in which they are looked up, the most telling tags first. */
const CLASSES: readonly RuleClass[] = [
  { title: 'Guard-rails', tags: ['guard-rails', 'guard-rail', 'safety', 'moderation'] },
  { title: 'Model output', tags: ['model-output'] },
  { title: 'Agents and MCP', tags: ['agents', 'mcp', 'ide', 'hooks', 'unicode', 'tools'] },
  { title: 'Secrets and personal data', tags: ['secrets', 'privacy', 'personal-data'] },
  { title: 'Prompts', tags: ['prompts', 'prompt-injection'] },
  {
    title: 'Loaders, and code in models and data',
    tags: [
      'deserialization',
      'remote-code',
      'native-code',
      'execution-of-data',
      'xml',
      'archives',
      'expressions',
      'code-execution',
      'pandas',
      'torchscript',
    ],
  },
  {
    title: 'Serving and pipelines',
    tags: [
      'serving',
      'exposure',
      'containers',
      'ci',
      'pipelines',
      'kubernetes',
      'workflows',
      'deployment',
      'web',
    ],
  },
  {
    title: 'Supply chain',
    tags: ['supply-chain', 'pinning', 'packages', 'downloads', 'integrity', 'model-files'],
  },
  { title: 'Transport and cryptography', tags: ['transport', 'tls', 'cryptography', 'authentication'] },
  { title: 'Data and training', tags: ['data', 'datasets', 'training', 'robustness', 'evaluation'] },
];

const OTHERS = 'This tool itself';

/** The class of a rule, for people. */
export function ruleClass({ tags }: Pick<Rule, 'tags'>): string {
  return CLASSES.find((one) => one.tags.some((tag) => tags.includes(tag)))?.title ?? OTHERS;
}

/** Rules by class, the classes in the order in which people look for them. */
export function byClass(
  rules: readonly Rule[],
): readonly { readonly title: string; readonly rules: readonly Rule[] }[] {
  const order = [
    'Loaders, and code in models and data',
    'Supply chain',
    'Secrets and personal data',
    'Prompts',
    'Model output',
    'Agents and MCP',
    'Serving and pipelines',
    'Transport and cryptography',
    'Data and training',
    'Guard-rails',
    OTHERS,
  ];
  return order
    .map((title) => ({ title, rules: rules.filter((rule) => ruleClass(rule) === title) }))
    .filter((one) => one.rules.length > 0);
}
