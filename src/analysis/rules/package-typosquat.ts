import type { PackageRequest } from '../../source/content/package-request';
import { PACKAGE_LANGUAGES } from '../rule-support/commands/document-languages';
import {
  mistakeOf,
  packageStanding,
  popularNames,
  registryName,
  type Registry,
} from '../rule-support/commands/known-packages';
import { isOneSlipAway, isTypicalSlip } from '../rule-support/commands/near-name';
import type { Rule, RuleContext } from '../rule';

function check(request: PackageRequest, context: RuleContext): void {
  if (request.from === 'lock' || request.source) return;
  const known = registryName(request);
  if (!known || packageStanding(known.registry, known.name) || request.ecosystem === 'conda') return;
  const { registry, name } = known;
  const mistake = mistakeOf(registry, name);
  if (mistake) {
    report(
      request,
      `\`${name}\` ${mistake.is}. Ask for \`${mistake.instead}\` instead.`,
      mistake.instead,
      context,
    );
    return;
  }
  const meant = meantName(registry, name);
  if (meant === undefined) return;
  const text = `\`${name}\` is one letter away from \`${meant}\`, and installing runs its code. If \`${meant}\` is meant, write that; otherwise ignore this finding with the reason.`;
  report(request, text, meant, context);
}

function meantName(registry: Registry, name: string): string | undefined {
  if (name.length < 4) return undefined;
  return popularNames(registry).find((popular) =>
    popular.length >= 8 ? isOneSlipAway(name, popular) : popular.length >= 5 && isTypicalSlip(name, popular),
  );
}

function report(request: PackageRequest, message: string, meant: string, context: RuleContext): void {
  const { model } = context;
  const { nameRange } = request;
  const isWritten = /^[\w.@/-]+$/u.test(model.textAt(nameRange));
  context.report({
    at: request.nameRange,
    subject: request.name ?? '',
    message,
    fixes: isWritten
      ? [{ title: `Ask for ${meant}`, safe: false, edits: [{ range: nameRange, newText: meant }] }]
      : [],
  });
}

export const rule: Rule = {
  id: 'package-typosquat',
  title: 'Package name looks like another',
  stages: ['pipeline-dev-test', 'continuous-integration', 'experimentation', 'llm-develop-experiment'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI04'],
  cwe: ['CWE-506', 'CWE-1357'],
  atlas: ['AML.T0010.001'],
  controls: ['C11'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'packages', 'typosquatting'],
  languages: PACKAGE_LANGUAGES,
  what: 'Finds names of Python and npm packages that one slip of the hand separates from a well-known one of machine learning, names under which malware was spread, and names that people and language models take for a package (`sklearn`, `pytorch`, `huggingface-cli`). Real packages near to a well-known one are on a list and left alone. The lists are dated November 2026 and part of the program.',
  why: 'Names close to popular ones are registered to be installed by mistake: installing runs their code at once, with your keys in the environment. Names that language models like to make up are registered for the same reason.',
  fix: 'Write the name that is meant. If the package is the right one, say so with `# mlsecops: ignore[package-typosquat]` and the reason.',
  references: [
    {
      title: 'PyTorch: compromised nightly dependency',
      url: 'https://pytorch.org/blog/compromised-nightly-dependency/',
    },
    { title: 'PyPI: sklearn', url: 'https://pypi.org/project/sklearn/' },
  ],
  examples: {
    bad: [
      {
        title: 'slips of the hand',
        file: 'requirements.txt',
        code: 'tensorfow==2.15.0\ntransfomers\nreqeusts>=2\nnunpy2==1\nnmupy==1.26\nlangchian-core\npytorch-lightening\n',
        findings: 6,
      },
      {
        title: 'names that are taken for one',
        file: 'requirements.txt',
        code: 'sklearn\npytorch==2.0\nhuggingface-cli\n',
        findings: 3,
      },
      {
        title: 'malware',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN pip install torchtriton\nUSER me\n',
      },
      {
        title: 'commands',
        file: 'setup.sh',
        code: 'pip install opanai tensorflwo\nnpm install langchin\nuvx lite-lm gardio\n',
        findings: 2,
      },
      {
        title: 'a manifest',
        file: 'pyproject.toml',
        code: '[project]\nname = "x"\ndependencies = ["sentence-transformer>=2", "huggingface_hubs"]\n',
        findings: 2,
      },
    ],
    good: [
      {
        title: 'well-known names',
        file: 'requirements.txt',
        code: 'numpy\nTorch\nhuggingface_hub\nscikit_learn\nsentence-transformers\nopenai-whisper\nkeras-cv\n',
      },
      {
        title: 'their real neighbours',
        file: 'requirements.txt',
        code: 'torchx\nfastai\nsimpy\ntensorboardX\nctransformers\nhttpcore\nllama\nngboost\nboto\npyaml\nscapy\ntorch-geometric\nkeras-nlp\nnumba\npandera\nopenpyxl\n',
      },
      { title: 'conda calls it so', file: 'environment.yml', code: 'dependencies:\n  - pytorch=2.6.0\n' },
      {
        title: 'npm',
        file: 'package.json',
        code: '{ "dependencies": { "openai": "^5.0.0", "express": "^5.0.0", "expressjs": "1.0.0" } }\n',
      },
    ],
  },
  on: { package: check },
};
