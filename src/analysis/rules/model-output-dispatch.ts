import type { Rule } from '../rule';
import {
  modelOutputListeners,
  reportModelOutput,
  type ModelOutputTexts,
} from '../rule-support/model-output-rule';
import { namedAtRunTime } from '../rule-support/named-at-run-time';
import { UNNAMED_MODEL_WORDS } from '../rule-support/unnamed-model-call';

const TOOL_CALL =
  'import json\nfrom openai import OpenAI\n\nclient = OpenAI()\nresponse = client.chat.completions.create(model="gpt-4o", messages=messages, tools=tools)\ncall = response.choices[0].message.tool_calls[0]\narguments = json.loads(call.function.arguments)\n';

const TEXTS: ModelOutputTexts = {
  sink: 'dispatch',
  does: (text) => `takes ${text} as the name of what to use`,
  advice:
    'Any function or attribute within reach can be named, not only those meant as tools; look the name up in a table of the tools.',
  wholeOnly: true,
};

export const rule: Rule = {
  id: 'model-output-dispatch',
  title: 'Model output chooses the function that is called',
  stages: ['llm-develop-experiment', 'llm-operate', 'model-serving'],
  risks: [
    'owasp-llm-2026:LLM10',
    'owasp-llm-2025:LLM05',
    'owasp-agentic-2026:ASI02',
    'owasp-agentic-2026:ASI05',
  ],
  cwe: ['CWE-470', 'CWE-1426'],
  atlas: ['AML.T0053', 'AML.T0051'],
  controls: ['C36', 'C39'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'model-output', 'agents'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds answers of language models, mostly names of tools, that are looked up with `getattr`, `globals()`, `locals()`, `vars()` or an import helper. A look-up in a table that the program wrote itself is not reported.',
  why: 'The model may name what it was never offered: a helper that deletes, `__class__`, a function that was only imported. A prompt injection turns the whole module into a tool box.',
  fix: 'Write down which names may be called: `TOOLS = {"search": search}` and `TOOLS[name]`, or test `if name not in ALLOWED` before `getattr`. A fixed prefix (`getattr(self, f"tool_{name}")`) limits the choice too.',
  references: [
    {
      title: 'OWASP Top 10 for LLM Applications: excessive agency',
      url: 'https://genai.owasp.org/llmrisk/llm062025-excessive-agency/',
    },
    { title: 'CWE-470: unsafe reflection', url: 'https://cwe.mitre.org/data/definitions/470.html' },
  ],
  examples: {
    bad: [
      {
        title: 'function out of globals()',
        code: `${TOOL_CALL}result = globals()[call.function.name](**arguments)\n`,
      },
      {
        title: 'looked up first, called later',
        code: `${TOOL_CALL}function = globals()[call.function.name]\nresult = function(**arguments)\n`,
      },
      { title: 'get of globals()', code: `${TOOL_CALL}function = globals().get(call.function.name)\n` },
      {
        title: 'method of an object',
        code: `${TOOL_CALL}class Agent:\n    def run(self):\n        return getattr(self, call.function.name)(**arguments)\n`,
      },
      {
        title: 'function of a module',
        code: 'import json\nimport tools\nimport anthropic\n\nclient = anthropic.Anthropic()\nmessage = client.messages.create(model="claude", max_tokens=500, messages=messages)\nfor block in message.content:\n    if block.type == "tool_use":\n        result = getattr(tools, block.name)(**block.input)\n',
      },
      {
        title: 'name out of JSON',
        code: 'import json\nimport sys\nfrom litellm import completion\n\nreply = completion(model="gpt-4o", messages=messages)\naction = json.loads(reply.choices[0].message.content)\nhandler = getattr(sys.modules[__name__], action["name"])\n',
      },
    ],
    good: [
      {
        title: 'table of tools',
        code: `TOOLS = {"search": search, "add": add}\n${TOOL_CALL}result = TOOLS[call.function.name](**arguments)\nother = TOOLS.get(call.function.name)\n`,
      },
      {
        title: 'name tested first',
        code: `${TOOL_CALL}ALLOWED = {"search"}\n\ndef run():\n    name = call.function.name\n    if name not in ALLOWED:\n        raise ValueError(name)\n    return getattr(tools, name)(**arguments)\n`,
      },
      {
        title: 'called within the test',
        code: `${TOOL_CALL}name = call.function.name\nif name in ALLOWED:\n    result = getattr(tools, name)(**arguments)\n`,
      },
      {
        title: 'fixed prefix',
        code: `${TOOL_CALL}result = getattr(tools, f"tool_{call.function.name}")(**arguments)\n`,
      },
      {
        title: 'attribute of the answer read by a fixed name',
        code: `${TOOL_CALL}text = getattr(response.choices[0].message, "content", None)\nkind = getattr(call, "type")\n`,
      },
    ],
  },
  needs: ['llm-call', 'tool-function'],
  triggers: () => UNNAMED_MODEL_WORDS,
  on: {
    ...modelOutputListeners(TEXTS),
    call: (call, context) => {
      const looked = namedAtRunTime(call, context.model);
      if (!looked?.index) return;
      reportModelOutput(looked, [{ expression: looked.index, confidence: 'certain' }], TEXTS, context);
    },
  },
};
