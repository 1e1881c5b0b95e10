import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import { dataSource } from '../rule-support/data-source';
import { deserializationFixes } from '../rule-support/deserialization-fixes';
import { deserializationWeight } from '../rule-support/deserialization-weight';
import { type UnsafeReason, unsafeReason } from '../rule-support/deserialization-verdict';
import { outsiderReport } from '../rule-support/outsider-report';
import type { Rule, RuleContext } from '../rule';

function check(call: Call, api: ApiOf<'deserialization'>, context: RuleContext): void {
  if (api.format !== 'yaml') return;
  const reason = unsafeReason(call, api, context);
  if (!reason) return;
  const subject = calleeName(call, context.model);
  const source = dataSource(call, api, context);
  context.report({
    at: call,
    subject,
    message: messageOf(subject, api, reason),
    ...(api.limited ? {} : outsiderReport(subject, call, api, source, adviceOf(api), context)),
    fixes: deserializationFixes(call, api, context.model),
    ...(api.limited ? { severity: 'info' as const } : deserializationWeight(source, reason, call, context)),
  });
}

function adviceOf({ instead }: ApiOf<'deserialization'>): string {
  return `Use ${instead ?? 'yaml.safe_load'}.`;
}

function messageOf(name: string, api: ApiOf<'deserialization'>, reason: UnsafeReason): string {
  const advice = adviceOf(api);
  if (api.limited) {
    return `${name} still builds Python objects that the document names, and earlier releases let that run code. ${advice}`;
  }
  if (reason.kind === 'default') {
    return `${name} without a Loader builds any Python object the document names in older releases, and fails in newer ones. ${advice}`;
  }
  return `${name} as used here calls any Python function that a tag in the document names. ${advice}`;
}

export const rule: Rule = {
  id: 'yaml-unsafe-load',
  title: 'YAML is loaded with Python tags',
  stages: ['pipeline-dev-test', 'data-engineering', 'continuous-deployment', 'llm-develop-experiment'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-502'],
  atlas: ['AML.T0011.000', 'AML.T0010.001'],
  controls: ['C07', 'C12'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['deserialization', 'configuration'],
  languages: ['python', 'javascript', 'typescript'],
  what:
    'Finds PyYAML and ruamel.yaml calls whose loader builds arbitrary Python objects: `yaml.load` without a `Loader` or with `Loader`, `UnsafeLoader` and their C twins, `yaml.unsafe_load`, `YAML(typ="unsafe")`. ' +
    '`FullLoader` and `full_load` are reported as information. `SafeLoader`, `CSafeLoader` and `BaseLoader` are fine, also through an alias or a constant.',
  why: 'A tag such as `!!python/object/apply` makes the loader call the function it names. Experiment and pipeline settings travel between people and machines as YAML, so one changed file runs code wherever it is read.',
  fix: 'Use `yaml.safe_load`, or pass `Loader=yaml.SafeLoader` (`CSafeLoader` for speed). Where own types are needed, register a constructor for each on a subclass of `SafeLoader`.',
  references: [
    { title: 'PyYAML: loading YAML', url: 'https://pyyaml.org/wiki/PyYAMLDocumentation' },
    {
      title: 'PyYAML: why load without a Loader is deprecated',
      url: 'https://github.com/yaml/pyyaml/wiki/PyYAML-yaml.load(input)-Deprecation',
    },
  ],
  examples: {
    bad: [
      { title: 'no loader', code: 'import yaml\n\nwith open(path) as file:\n    config = yaml.load(file)\n' },
      {
        title: 'unsafe by name',
        code: 'import yaml\n\nconfig = yaml.load(text, Loader=yaml.UnsafeLoader)\n',
      },
      {
        title: 'the classic loader, by position',
        code: 'import yaml\n\nconfig = yaml.load(text, yaml.Loader)\n',
      },
      {
        title: 'a loader from try and except',
        code: 'import yaml\ntry:\n    from yaml import CLoader as Loader\nexcept ImportError:\n    from yaml import Loader\n\nconfig = yaml.load(text, Loader=Loader)\n',
      },
      { title: 'unsafe_load', code: 'from yaml import unsafe_load\n\nconfig = unsafe_load(text)\n' },
      {
        title: 'several documents',
        code: 'import yaml\n\ndocuments = list(yaml.load_all(text, Loader=yaml.CLoader))\n',
      },
      {
        title: 'FullLoader (information)',
        code: 'import yaml\n\nconfig = yaml.load(text, Loader=yaml.FullLoader)\n',
      },
      { title: 'full_load (information)', code: 'import yaml\n\nconfig = yaml.full_load(text)\n' },
      { title: 'ruamel, unsafe type', code: "from ruamel.yaml import YAML\n\nyaml = YAML(typ='unsafe')\n" },
    ],
    good: [
      { title: 'safe_load', code: 'import yaml\n\nconfig = yaml.safe_load(text)\n' },
      { title: 'SafeLoader', code: 'import yaml\n\nconfig = yaml.load(text, Loader=yaml.SafeLoader)\n' },
      {
        title: 'the fast safe loader, with a fallback',
        code: 'import yaml\ntry:\n    from yaml import CSafeLoader as Loader\nexcept ImportError:\n    from yaml import SafeLoader as Loader\n\nconfig = yaml.load(text, Loader)\n',
      },
      {
        title: 'a constant',
        code: 'import yaml\n\nLOADER = yaml.SafeLoader\nconfig = yaml.load(text, Loader=LOADER)\n',
      },
      {
        title: 'getattr with a fallback',
        code: "import yaml\n\nLoader = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)\nconfig = yaml.load(text, Loader=Loader)\n",
      },
      {
        title: 'a subclass of a safe loader',
        code: 'import yaml\n\nclass ConfigLoader(yaml.SafeLoader):\n    pass\n\nconfig = yaml.load(text, Loader=ConfigLoader)\n',
      },
      {
        title: 'the caller decides',
        code: 'import yaml\n\ndef read(text, loader):\n    return yaml.load(text, Loader=loader)\n',
      },
      { title: 'BaseLoader', code: 'import yaml\n\nconfig = yaml.load(text, Loader=yaml.BaseLoader)\n' },
      {
        title: 'ruamel, round trip',
        code: 'from ruamel.yaml import YAML\n\nyaml = YAML()\nconfig = yaml.load(text)\n',
      },
      {
        title: 'ruamel, safe type',
        code: "from ruamel.yaml import YAML\n\nconfig = YAML(typ='safe').load(text)\n",
      },
      { title: 'another module named yaml', code: 'from kedro import yaml\n\nconfig = yaml.load(text)\n' },
    ],
  },
  needs: ['deserialization'],
  on: { api: { deserialization: check } },
};
