import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { findArgument } from '../rule-support/find-argument';
import { isFixedPath } from '../rule-support/fixed-path';
import { outsiderData } from '../rule-support/outsider-data';
import { riskyCallListeners, type RiskyCallWeight } from '../rule-support/risky-call';

/** What an outsider names is an error; a file of the project, named by a constant, is nothing; the rest deserves a look. */
function weigh(call: Call, api: ApiOf<'risky-call'>, context: RuleContext): RiskyCallWeight | 'silent' {
  if (!api.input) return 'silent';
  const input = findArgument(call, api.input, context.model);
  if (input.state !== 'given') return 'silent';
  if (outsiderData(call, { input: api.input }, context)) return { severity: 'error' };
  if (isFixedPath(input.value, context.model)) return 'silent';
  return api.unsafeWhen ? {} : { confidence: 'probable' };
}

export const rule: Rule = {
  id: 'serialized-chain-loaded',
  title: 'Chain or prompt is built from a text',
  stages: ['llm-develop-experiment', 'llm-deploy'],
  risks: ['owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI04'],
  cwe: ['CWE-502'],
  atlas: ['AML.T0010.001'],
  controls: ['C07', 'C37'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['deserialization', 'langchain'],
  languages: ['python'],
  what:
    'Finds LangChain `load` and `loads` that are allowed more than the default (`secrets_from_env=True`, all objects, own namespaces), and `load_chain`, `load_agent`, `load_prompt` and Haystack `Pipeline.loads` of what is not a fixed file. ' +
    'What a request names is an error.',
  why: 'A serialized chain names classes to build and the arguments for them: tools, files, addresses, templates. Who writes the file decides what the application does, and with secrets from the environment it can send them along.',
  fix: 'Build chains in code. Where they have to be stored, keep the file with the program, load it by a fixed name, and leave `secrets_from_env` off.',
  references: [
    {
      title: 'LangChain: loads',
      url: 'https://python.langchain.com/api_reference/core/load/langchain_core.load.load.loads.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'secrets of the environment',
        code: 'from langchain_core.load import loads\n\nchain = loads(text, secrets_from_env=True)\n',
      },
      {
        title: 'own namespaces',
        code: 'from langchain.load import load\n\nchain = load(data, valid_namespaces=["acme"])\n',
      },
      {
        title: 'a file that a parameter names (information)',
        code: 'from langchain.prompts import load_prompt\n\ndef prompt(path):\n    return load_prompt(path)\n',
      },
      {
        title: 'a chain that a request names',
        code: 'from flask import Flask, request\nfrom langchain.chains import load_chain\n\napp = Flask(__name__)\n\n@app.post("/chain")\ndef chain():\n    return load_chain(request.json["path"]).run("hello")\n',
      },
    ],
    good: [
      {
        title: 'the default',
        code: 'from langchain_core.load import dumps, loads\n\nchain = loads(text)\nprint(dumps(chain))\n',
      },
      {
        title: 'a file of the project',
        code: 'from langchain_core.prompts import load_prompt\n\nprompt = load_prompt("prompts/answer.yaml")\n',
      },
      {
        title: 'built in code',
        code: 'from langchain_core.prompts import ChatPromptTemplate\n\nprompt = ChatPromptTemplate.from_template("Say {word}")\n',
      },
    ],
  },
  needs: ['risky-call:serialized-chain'],
  on: riskyCallListeners({
    topics: ['serialized-chain'],
    advice:
      'Whoever writes it decides what this application does; build it in code, or load a fixed file of the project.',
    weigh,
  }),
};
