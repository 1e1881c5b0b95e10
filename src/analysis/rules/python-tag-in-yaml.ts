import { containsRange } from '../../source/range';
import type { Rule, RuleContext } from '../rule';

const TAG = /!(?:!|<tag:yaml\.org,2002:)python\/(object\/(?:apply|new)|object|name|module)(?::([\w.]*))?/gu;

/** Functions that the documentation of MkDocs tells one to name so; its own loader takes them. */
const DOCUMENTATION = /^(?:material|materialx|pymdownx|mermaid2|zensical|mkdocs\w*|superfences)\b/u;

function check(text: string, context: RuleContext): void {
  if (context.model.language !== 'yaml') return;
  for (const match of text.matchAll(TAG)) {
    const range = { start: match.index, end: match.index + match[0].length };
    const [, form = '', name = ''] = match;
    if (DOCUMENTATION.test(name)) continue;
    if (context.model.comments.some((comment) => containsRange(comment.range, range))) continue;
    const isCall = form.startsWith('object/');
    context.report({
      at: range,
      subject: name === '' ? form : name,
      message: isCall
        ? `\`${match[0]}\` calls this when the file is read by a loader that takes Python objects. Write plain values, read them with \`yaml.safe_load\`, and make the object in the program.`
        : `\`${match[0]}\` makes a Python object, so the file needs a loader that runs code of whoever can change it. Write plain values, and read them with \`yaml.safe_load\`.`,
      ...(isCall ? {} : { severity: 'warning' as const }),
    });
  }
}

export const rule: Rule = {
  id: 'python-tag-in-yaml',
  title: 'YAML file holds a Python object',
  stages: ['experimentation', 'continuous-training', 'pipeline-dev-test', 'model-serving'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-502'],
  atlas: ['AML.T0011.000', 'AML.T0010.001'],
  controls: ['C07'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['deserialization', 'configuration'],
  languages: ['yaml'],
  what: 'Finds tags that make Python objects in YAML (`!!python/object/apply:`, `!!python/object:`, `!!python/name:`, `!!python/module:`). Tags of plain types (`!!python/tuple`) and the functions that MkDocs names so are left alone.',
  why: 'Such a file only works with a loader that calls what it names: `!!python/object/apply:os.system` is a command. Hyper-parameters saved this way make every later run use the unsafe loader.',
  fix: 'Save plain values (`vars(args)` instead of `args`), read them with `yaml.safe_load`, and make objects in the program.',
  references: [
    { title: 'PyYAML: loading YAML', url: 'https://pyyaml.org/wiki/PyYAMLDocumentation' },
    {
      title: 'CWE-502: Deserialization of Untrusted Data',
      url: 'https://cwe.mitre.org/data/definitions/502.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'a call',
        file: 'config.yaml',
        code: 'a: !!python/object/apply:os.system ["id"]\nb: !!python/object/new:subprocess.Popen\n  args: [id]\nc: !<tag:yaml.org,2002:python/object/apply:builtins.eval> ["1"]\n',
        findings: 3,
      },
      {
        title: 'objects',
        file: 'hparams.yaml',
        code: 'args: !!python/object:argparse.Namespace\n  lr: 0.1\nloss: !!python/name:torch.nn.functional.mse_loss\nlib: !!python/module:os\n',
        findings: 3,
      },
    ],
    good: [
      {
        title: 'plain values',
        file: 'config.yaml',
        code: '# not !!python/object/apply:os.system\nsize: !!python/tuple [1, 2]\nlr: !!float 1\nname: !!str x\n',
      },
      {
        title: 'documentation',
        file: 'mkdocs.yml',
        code: 'markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n      slugify: !!python/object/apply:pymdownx.slugs.slugify {}\n',
      },
    ],
  },
  triggers: () => ['!!python/', 'yaml.org,2002:python/'],
  on: { text: check },
};
