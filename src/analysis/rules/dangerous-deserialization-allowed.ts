import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { isCallerChoice } from '../rule-support/caller-choice';
import { calleeName } from '../rule-support/call-text';
import { dataSource } from '../rule-support/data-source';
import { deserializationFixes } from '../rule-support/deserialization-fixes';
import { deserializationWeight } from '../rule-support/deserialization-weight';
import { unsafeReason } from '../rule-support/deserialization-verdict';
import { outsiderReport } from '../rule-support/outsider-report';
import type { Rule, RuleContext } from '../rule';

function check(call: Call, api: ApiOf<'deserialization'>, context: RuleContext): void {
  if (api.format !== 'langchain') return;
  const reason = unsafeReason(call, api, context);
  if (!reason) return;
  const source = dataSource(call, api, context);
  const subject = calleeName(call, context.model);
  context.report({
    at: call,
    subject,
    message: `${subject} unpickles the documents stored beside the index, so whoever can replace that file runs code here. Load only an index this program built and verified, or rebuild it from the documents.`,
    ...outsiderReport(subject, call, api, source, 'Rebuild the index from the documents.', context),
    fixes: deserializationFixes(call, api, context.model),
    ...deserializationWeight(source, reason, call, context),
  });
}

const SWITCH = 'allow_dangerous_deserialization';

/** The switch has one meaning wherever it is given: to a class of one's own, to an object whose class cannot be seen. */
function checkSwitch(call: Call, context: RuleContext): void {
  const { apis, model } = context;
  const given = call.arguments.find(({ keyword, inPlace }) => inPlace && keyword === SWITCH);
  if (!given || apis.ofKind('deserialization', call, model).length > 0) return;
  const value = model.evaluate(given.value);
  if (!value.known || value.value !== true) return;
  const subject = calleeName(call, model);
  context.report({
    at: call,
    subject,
    message: `${subject} is allowed to unpickle what it loads, so whoever can replace that file runs code here. Load only what this program built and verified, or rebuild it from the documents.`,
    ...(isCallerChoice(given.value, model) ? { confidence: 'probable' as const } : {}),
    fixes: deserializationFixes(call, SWITCHED_OFF, model),
  });
}

const SWITCHED_OFF: ApiOf<'deserialization'> = {
  call: SWITCH,
  is: 'deserialization',
  format: 'langchain',
  fix: { setKeyword: SWITCH, value: 'False', safe: false },
};

export const rule: Rule = {
  id: 'dangerous-deserialization-allowed',
  title: 'Vector index is loaded with pickle allowed',
  stages: ['llm-develop-experiment', 'llm-deploy', 'model-serving'],
  risks: [
    'owasp-llm-2026:LLM04',
    'owasp-llm-2026:LLM09',
    'owasp-llm-2025:LLM03',
    'owasp-llm-2025:LLM08',
    'owasp-ml-2023:ML06',
  ],
  cwe: ['CWE-502'],
  atlas: ['AML.T0011.000', 'AML.T0010.002'],
  controls: ['C07', 'C38', 'C26'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['deserialization', 'retrieval', 'langchain'],
  languages: ['python'],
  what: 'Finds LangChain vector stores and retrievers that are loaded with `allow_dangerous_deserialization=True`. An index at a fixed path is reported as information.',
  why: 'These stores keep their documents in a pickle next to the vectors. The switch turns off the check that stops LangChain from loading it, and a pickle can call any function while it is read.',
  fix: 'Keep the index where only the job that builds it can write, and compare a hash or signature before loading. Better: rebuild it from the documents at start, or use a store that serves the data itself (pgvector, Qdrant, Chroma).',
  references: [
    {
      title: 'LangChain: FAISS vector store',
      url: 'https://python.langchain.com/docs/integrations/vectorstores/faiss/',
    },
    { title: 'pickle: warning on untrusted data', url: 'https://docs.python.org/3/library/pickle.html' },
  ],
  examples: {
    bad: [
      {
        title: 'a folder from settings',
        code: 'from langchain_community.vectorstores import FAISS\n\ndef open_index(folder, embeddings):\n    return FAISS.load_local(folder, embeddings, allow_dangerous_deserialization=True)\n',
      },
      {
        title: 'a fixed folder (information)',
        code: 'from langchain_community.vectorstores.faiss import FAISS\n\nstore = FAISS.load_local("index", embeddings, allow_dangerous_deserialization=True)\n',
      },
      {
        title: 'the older package',
        code: 'from langchain.vectorstores import FAISS\n\nstore = FAISS.load_local(\n    folder_path=folder,\n    embeddings=embeddings,\n    allow_dangerous_deserialization=True,\n)\n',
      },
    ],
    good: [
      {
        title: 'not allowed',
        code: 'from langchain_community.vectorstores import FAISS\n\nstore = FAISS.load_local("index", embeddings)\n',
      },
      {
        title: 'built here',
        code: 'from langchain_community.vectorstores import FAISS\n\nstore = FAISS.from_documents(documents, embeddings)\n',
      },
      {
        title: 'the caller decides',
        code: 'from langchain_community.vectorstores import FAISS\n\ndef open_index(folder, embeddings, trusted):\n    return FAISS.load_local(folder, embeddings, allow_dangerous_deserialization=trusted)\n',
      },
    ],
  },
  needs: ['deserialization'],
  triggers: () => [SWITCH],
  on: { api: { deserialization: check }, call: checkSwitch },
};
