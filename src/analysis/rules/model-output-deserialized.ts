import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { unsafeReason } from '../rule-support/deserialization-verdict';
import { findArgument } from '../rule-support/find-argument';
import { reportModelOutput, type ModelOutputTexts } from '../rule-support/model-output-rule';
import { UNNAMED_MODEL_WORDS } from '../rule-support/unnamed-model-call';

const ASK =
  'from openai import OpenAI\n\nclient = OpenAI()\n\ndef ask(question):\n    return client.responses.create(model="gpt-4o", input=question).output_text\n\n';

const TEXTS: ModelOutputTexts = {
  sink: 'deserializer',
  does: (text) => `reads ${text} in a format that can hold code`,
  advice: 'What the model writes there runs while it is read; ask for JSON and check it with a schema.',
};

export const rule: Rule = {
  id: 'model-output-deserialized',
  title: 'Model output read by a loader that runs code',
  stages: ['llm-develop-experiment', 'llm-operate', 'model-serving'],
  risks: ['owasp-llm-2026:LLM10', 'owasp-llm-2025:LLM05', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-502', 'CWE-1426'],
  atlas: ['AML.T0050', 'AML.T0051'],
  controls: ['C36', 'C39'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'model-output', 'deserialization'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds answers of language models that are given to `pickle.loads`, `yaml.load` with a full loader, `jsonpickle.decode` and other readers that build any object the text names.',
  why: 'Such formats name functions to call. A model that is talked into writing `!!python/object/apply:os.system` runs a command where the answer is read.',
  fix: 'Ask for JSON and read it with `json.loads` and a schema, or YAML with `yaml.safe_load`.',
  references: [
    {
      title: 'OWASP Top 10 for LLM Applications: improper output handling',
      url: 'https://genai.owasp.org/llmrisk/llm052025-improper-output-handling/',
    },
    { title: 'PyYAML: loading YAML', url: 'https://pyyaml.org/wiki/PyYAMLDocumentation' },
    { title: 'CWE-502: deserialization', url: 'https://cwe.mitre.org/data/definitions/502.html' },
  ],
  examples: {
    bad: [
      {
        title: 'YAML with a full loader',
        code: `import yaml\n${ASK}plan = yaml.load(ask("Plan"), Loader=yaml.Loader)\n`,
      },
      { title: 'YAML without any care', code: `import yaml\n${ASK}plan = yaml.unsafe_load(ask("Plan"))\n` },
      {
        title: 'pickle in base64',
        code: `import base64\nimport pickle\n${ASK}state = pickle.loads(base64.b64decode(ask("State")))\n`,
      },
      {
        title: 'objects in JSON',
        code: `import jsonpickle\n${ASK}state = jsonpickle.decode(ask("State"))\n`,
      },
      {
        title: 'stream of bytes',
        code: `import io\nimport pickle\n${ASK}state = pickle.load(io.BytesIO(bytes.fromhex(ask("State"))))\n`,
      },
    ],
    good: [
      {
        title: 'safe loaders',
        code: `import json\nimport yaml\n${ASK}plan = yaml.safe_load(ask("Plan"))\nother = json.loads(ask("Plan"))\nlast = yaml.load(ask("Plan"), Loader=yaml.SafeLoader)\n`,
      },
      {
        title: 'file of the program’s own',
        code: `import pickle\n${ASK}print(ask("Hello"))\nwith open("index.pkl", "rb") as file:\n    index = pickle.load(file)\n`,
      },
      { title: 'answer stored', code: `import pickle\n${ASK}data = pickle.dumps(ask("Hello"))\n` },
    ],
  },
  needs: ['llm-call', 'tool-function'],
  triggers: () => UNNAMED_MODEL_WORDS,
  on: {
    api: {
      deserialization: (call, api, context) => {
        const input = inputOf(call, api, context);
        if (!input || !unsafeReason(call, api, context)) return;
        reportModelOutput(call, [{ expression: input, confidence: 'certain' }], TEXTS, context);
      },
    },
  },
};

function inputOf(
  call: Call,
  { input }: ApiOf<'deserialization'>,
  { model }: RuleContext,
): Expression | undefined {
  const found = findArgument(call, input ?? { position: 0 }, model);
  return found.state === 'given' ? found.value : undefined;
}
