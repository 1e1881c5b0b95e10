import type { Rule } from '../rule';
import { installedPackages } from '../rule-support/installed-packages';
import { reportModelOutput, type ModelOutputTexts } from '../rule-support/model-output-rule';
import { UNNAMED_MODEL_WORDS } from '../rule-support/unnamed-model-call';

const ASK =
  'import subprocess\nimport sys\nfrom openai import OpenAI\n\nclient = OpenAI()\n\ndef ask(question):\n    return client.responses.create(model="gpt-4o", input=question).output_text\n\n';

const TEXTS: ModelOutputTexts = {
  sink: 'shell',
  does: (text) => `installs the package that ${text.replace(/^what /u, '')} names`,
  advice:
    'Models invent names, and others publish packages under them; install only names from a list, with a version and a hash.',
};

export const rule: Rule = {
  id: 'model-chosen-package',
  title: 'Package installed that a model named',
  stages: ['llm-develop-experiment', 'llm-operate', 'llm-release'],
  risks: ['owasp-llm-2026:LLM04', 'owasp-agentic-2026:ASI04', 'owasp-llm-2026:LLM10', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-829', 'CWE-1357'],
  atlas: ['AML.T0053', 'AML.T0010'],
  controls: ['C36', 'C39'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'model-output', 'supply-chain'],
  languages: ['python'],
  what: 'Finds answers of language models that become the package which `pip`, `uv`, `conda`, `npm` or a package manager of the system installs or runs. Text for a shell is reported by `model-output-to-shell`.',
  why: 'Installing a package runs code of its author. Models name packages that do not exist often enough that attackers register those names; an injected prompt names one directly.',
  fix: 'Choose packages yourself, with a lock file. Where a model may propose one, compare the name with a list, show it to a person, and install it in a container without credentials.',
  references: [
    {
      title: 'OWASP Top 10 for LLM Applications: supply chain',
      url: 'https://genai.owasp.org/llmrisk/llm032025-supply-chain/',
    },
    { title: 'pip: hash-checking mode', url: 'https://pip.pypa.io/en/stable/topics/secure-installs/' },
  ],
  examples: {
    bad: [
      { title: 'pip', code: `${ASK}subprocess.run(["pip", "install", ask("Which package?")], check=True)\n` },
      {
        title: 'pip of this interpreter, several names',
        code: `${ASK}names = ask("Which packages?").split()\nsubprocess.check_call([sys.executable, "-m", "pip", "install", *names])\n`,
      },
      {
        title: 'list put together',
        code: `${ASK}subprocess.run(["uv", "pip", "install"] + ask("Which?").split(","))\n`,
      },
      {
        title: 'npm and its runner',
        code: `${ASK}subprocess.run(["npm", "install", ask("Which?")])\nsubprocess.run(["npx", "-y", ask("Which?")])\n`,
        findings: 2,
      },
      { title: 'pip as a library', code: `import pip\n${ASK}pip.main(["install", ask("Which?")])\n` },
    ],
    good: [
      {
        title: 'fixed names and files',
        code: `${ASK}print(ask("Hello"))\nsubprocess.run(["pip", "install", "requests==2.32.3"])\nsubprocess.run([sys.executable, "-m", "pip", "install", "-r", "requirements.txt"])\n`,
      },
      {
        title: 'name from a list',
        code: `${ASK}def install(question):\n    name = ask(question)\n    if name not in {"numpy", "pandas"}:\n        raise ValueError(name)\n    subprocess.run(["pip", "install", name])\n`,
      },
      {
        title: 'argument of another program',
        code: `${ASK}subprocess.run(["git", "commit", "-m", ask("Message?")])\nsubprocess.run(["echo", "install", ask("Which?")])\n`,
      },
    ],
  },
  needs: ['llm-call', 'tool-function'],
  triggers: () => UNNAMED_MODEL_WORDS,
  on: {
    api: {
      'execution-sink': (call, api, context) => {
        if (api.sink !== 'shell') return;
        for (const expression of installedPackages(call, context.model)) {
          reportModelOutput(call, [{ expression, confidence: 'certain' }], TEXTS, context);
        }
      },
    },
  },
};
