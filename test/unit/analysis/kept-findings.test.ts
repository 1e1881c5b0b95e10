import { describe, expect, it, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../../src/analysis/configuration/configuration';
import { Engine } from '../../../src/analysis/engine';
import type { Rule } from '../../../src/analysis/rule';
import { exampleKey } from '../../../src/analysis/rule-support/example-keys';
import { RULES } from '../../../src/analysis/rules/registry.generated';
import { builtInCatalog } from '../../../src/catalog/built-in';
import { EditedProgram } from './edited-program';

interface Edit {
  readonly title: string;
  readonly code: string;
  readonly old: string;
  readonly now: string;
  /** Ids of the rules that find something before and after, in order. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const HASH = '5f0b02c75b57c5855da9ae460ce51323ea669d8a';
const CHAT = 'from openai import OpenAI\nimport os\n\nclient = OpenAI()\n';
const KEY = `client.responses.create(model="gpt-4o", input=f"Say {text}")`;

/** One thing is edited; what that changes stands in another statement, which nobody touches. */
const EDITS: readonly Edit[] = [
  {
    title: 'an import',
    code: 'from json import loads\n\ndef read(data):\n    return loads(data)\n',
    old: 'from json',
    now: 'from pickle',
    before: [],
    after: ['unsafe-pickle-load'],
  },
  {
    title: 'a star import',
    code: 'from os import *\n\ndef read(data):\n    return loads(data)\n',
    old: 'from os',
    now: 'from pickle',
    before: [],
    after: ['unsafe-pickle-load'],
  },
  {
    title: 'an import that a definition now hides',
    code: 'from pickle import loads\n\n\ndef other(data):\n    return data\n\n\ndef read(data):\n    return loads(data)\n',
    old: 'def other',
    now: 'def loads',
    before: ['unsafe-pickle-load'],
    after: [],
  },
  {
    title: 'a name that stands for the module under another name',
    code: 'import json\nimport pickle\n\nfirst = json\nsecond = first\n\ndef read(data):\n    return second.loads(data)\n',
    old: 'first = json',
    now: 'first = pickle',
    before: [],
    after: ['unsafe-pickle-load'],
  },
  {
    title: 'a constant',
    code: `from transformers import AutoModel\n\nREVISION = "main"\n\ndef load():\n    return AutoModel.from_pretrained("acme/encoder", revision=REVISION)\n`,
    old: '"main"',
    now: `"${HASH}"`,
    before: ['model-unpinned'],
    after: [],
  },
  {
    title: 'a constant of a constant',
    code: `from transformers import AutoModel\n\nMAIN = "main"\nREVISION = MAIN\n\ndef load():\n    return AutoModel.from_pretrained("acme/encoder", revision=REVISION)\n`,
    old: 'MAIN = "main"',
    now: `MAIN = "${HASH}"`,
    before: ['model-unpinned'],
    after: [],
  },
  {
    title: 'a class',
    code: 'import pickle\n\nclass Reader(pickle.Unpickler):\n    def find_class(self, module, name):\n        return super().find_class(module, name)\n\ndef read(stream):\n    return Reader(stream).load()\n',
    old: '        return super()',
    now: '        raise ValueError(name)\n        return super()',
    before: ['unsafe-pickle-load'],
    after: [],
  },
  {
    title: 'a base class',
    code: 'import pickle\n\nclass Reader(Base):\n    pass\n\ndef read(stream):\n    return Reader(stream).load()\n',
    old: '(Base)',
    now: '(pickle.Unpickler)',
    before: [],
    after: ['unsafe-pickle-load'],
  },
  {
    title: 'an attribute of a class',
    code: `from transformers import AutoModel\n\nclass Settings:\n    revision = "main"\n\ndef load():\n    return AutoModel.from_pretrained("acme/encoder", revision=Settings.revision)\n`,
    old: '"main"',
    now: `"${HASH}"`,
    before: ['model-unpinned'],
    after: [],
  },
  {
    title: 'a decorator',
    code: `${CHAT}from fastapi import FastAPI\n\napp = FastAPI()\n\n@cached\ndef ask(topic: str):\n    return answer(topic)\n\ndef answer(subject):\n    return client.responses.create(model="gpt-4o", instructions=f"You know {subject}.", input="Hi")\n`,
    old: '@cached',
    now: '@app.post("/ask")',
    before: [],
    after: ['untrusted-input-in-system-prompt'],
  },
  {
    title: 'a helper function whose result flows into another one',
    code: `${CHAT}\ndef greeting():\n    return "Hello"\n\ndef ask():\n    text = greeting()\n    return ${KEY}\n`,
    old: '"Hello"',
    now: 'os.environ["API_KEY"]',
    before: [],
    after: ['secret-in-prompt'],
  },
  {
    title: 'the call that fills a parameter',
    code: `${CHAT}\ndef ask(text):\n    return ${KEY}\n\nask("Hello")\n`,
    old: '"Hello"',
    now: 'os.environ["API_KEY"]',
    before: [],
    after: ['secret-in-prompt'],
  },
  {
    title: 'a call that becomes one of the function',
    code: `${CHAT}\ndef ask(text):\n    return ${KEY}\n\nshow(os.environ["API_KEY"])\n`,
    old: 'show',
    now: 'ask',
    before: [],
    after: ['secret-in-prompt'],
  },
  {
    title: 'an alias of the function, so that a call elsewhere becomes one of it',
    code: `${CHAT}\ndef ask(text):\n    return ${KEY}\n\nrun = print\n\ndef main():\n    run(os.environ["API_KEY"])\n`,
    old: 'run = print',
    now: 'run = ask',
    before: [],
    after: ['secret-in-prompt'],
  },
  {
    title: 'a call that gives a parameter another value than its default',
    code: 'import torch\n\ndef load(path, safe=False):\n    return torch.load(path, weights_only=safe)\n\nload("a.pt")\n',
    old: '"a.pt"',
    now: '"a.pt", True',
    before: ['torch-load-unsafe'],
    after: [],
  },
  {
    title: 'what is added to a list of messages',
    code: `${CHAT}text = os.environ["API_KEY"]\nmessages = []\nmessages.append({"role": "user", "content": "Hello"})\nclient.chat.completions.create(model="gpt-4o", messages=messages)\n`,
    old: '"Hello"',
    now: 'text',
    before: [],
    after: ['secret-in-prompt'],
  },
  {
    title: 'a variable that a function sets for the whole module',
    code: `${CHAT}text = "Hello"\n\ndef set_up():\n    global other\n    other = os.environ["API_KEY"]\n\ndef ask():\n    return ${KEY}\n`,
    old: 'global other\n    other =',
    now: 'global text\n    text =',
    before: [],
    after: ['secret-in-prompt'],
  },
  {
    title: 'a folder that the program writes',
    code: 'from transformers import AutoModel\n\ndef load():\n    return AutoModel.from_pretrained("acme/tuned")\n\nmodel.save_pretrained("acme/other")\n',
    old: 'acme/other',
    now: 'acme/tuned',
    before: ['model-unpinned'],
    after: [],
  },
  {
    title: 'a setting of the whole program',
    code: 'import os\nfrom transformers import AutoModel\n\nos.environ["SOMETHING_OFFLINE"] = "1"\n\ndef load():\n    return AutoModel.from_pretrained("acme/encoder")\n',
    old: 'SOMETHING_OFFLINE',
    now: 'HF_HUB_OFFLINE',
    before: ['model-unpinned'],
    after: [],
  },
  {
    title: 'a hash that is computed somewhere',
    code: 'import requests\n\ndef fetch():\n    return requests.get("https://models.example.com/detector.onnx").content\n\ndef check(data):\n    return compare(data)\n',
    old: 'compare(data)',
    now: 'verify_hash(data)',
    before: ['download-without-hash'],
    after: [],
  },
  {
    title: 'the framework that a function is handed to',
    code: `${CHAT}from langchain.tools import StructuredTool\n\ndef run(command):\n    os.system(command)\n\nregister(run)\n`,
    old: 'register(run)',
    now: 'StructuredTool.from_function(func=run)',
    before: [],
    after: ['model-output-to-shell'],
  },
  {
    title: 'the last package of a kind',
    code: 'import ollama\nimport os\n\ndef ask(question):\n    os.system(ollama.generate("llama3", question)["response"])\n',
    old: 'import ollama',
    now: 'import other as ollama',
    before: ['model-output-to-shell'],
    after: [],
  },
];

/** The rules that the edits are about, and no others. */
const WATCHED = new Set(
  EDITS.flatMap(({ before, after }) => [...before, ...after]).concat('yaml-unsafe-load'),
);
const ENGINE = new Engine(
  builtInCatalog(),
  RULES.filter(({ id }) => WATCHED.has(id)),
  { ...DEFAULT_CONFIGURATION, preset: 'all' },
);

describe('what is found in a statement changes with', () => {
  it.each(EDITS.map((edit) => [edit.title, edit] as const))('%s', (_, { code, old, now, before, after }) => {
    const ids = ({ findings }: { readonly findings: readonly { readonly ruleId: string }[] }) =>
      findings.map(({ ruleId }) => ruleId);
    const edited = new EditedProgram(code, ENGINE);
    expect(ids(edited.become(code))).toEqual(before);
    expect(ids(edited.replace(old, now))).toEqual(after);
    expect(ids(edited.become(code))).toEqual(before);
  });
});

/** The texts of a rule, for one that is made up; it needs no API. */
function anyRule(): Rule {
  const rule = RULES.find(({ needs, languages }) => !needs && languages.includes('python'));
  if (!rule) throw new Error('every rule needs something');
  return rule;
}

/** A rule that tells which calls it was asked about. */
function watching(asked: string[]): Rule {
  const call = (callee: { readonly kind: string; readonly name?: string }): void =>
    void asked.push(callee.name ?? '');
  return { ...anyRule(), id: 'watching', on: { call: ({ callee }) => call(callee) } };
}

const FUNCTIONS = 'import os\n\ndef a():\n    one()\n\ndef b():\n    two(a())\n\ndef c():\n    three()\n';

test('only what changed, and what rests on it, is looked at again', () => {
  const asked: string[] = [];
  const engine = new Engine(builtInCatalog(), [watching(asked)], DEFAULT_CONFIGURATION);
  const edited = new EditedProgram(FUNCTIONS, engine);
  asked.length = 0;
  edited.replace('three()', 'four()');
  expect(asked).toEqual(['four']);
  asked.length = 0;
  edited.replace('one()', 'other()');
  expect(asked).toEqual(['other', 'two', 'a']);
});

test('a rule that looks at a document as a whole does so after every edit', () => {
  const whole: Rule = {
    ...anyRule(),
    id: 'whole',
    on: {
      document: (context) => {
        const { model } = context;
        context.report({
          at: { start: 0, end: 0 },
          message: `${model.calls.length} calls`,
          subject: 'calls',
        });
      },
    },
  };
  const edited = new EditedProgram(FUNCTIONS, new Engine(builtInCatalog(), [whole], DEFAULT_CONFIGURATION));
  const { findings } = edited.replace('three()', 'three(four())');
  expect(findings.map(({ message }) => message)).toEqual(['5 calls']);
});

test('a fix that adds an import knows of an import that was written since', () => {
  const key = exampleKey('gsk_', 52);
  const edited = new EditedProgram(
    `import sys\n\n\ndef main():\n    GROQ_API_KEY = "${key}"\n    return GROQ_API_KEY\n`,
  );
  const editsOf = (found: ReturnType<EditedProgram['anew']>): number | undefined =>
    found.findings[0]?.fixes[0]?.edits.length;
  expect(editsOf(edited.anew())).toBe(2);
  expect(editsOf(edited.replace('import sys', 'import os'))).toBe(1);
});

test('a text that is no docstring any more gets the fix of other texts', () => {
  const edited = new EditedProgram(`"${exampleKey('gsk_', 52)}"\n`);
  const fixesOf = ({ findings }: ReturnType<EditedProgram['anew']>): number | undefined =>
    findings[0]?.fixes.length;
  expect(fixesOf(edited.anew())).toBe(0);
  expect(fixesOf(edited.replace('"gsk', 'import sys\n"gsk'))).toBe(1);
});

test('a finding moves with its statement, and so do the steps of its path and its fixes', () => {
  const code = `${CHAT}\ndef ask():\n    text = os.environ["API_KEY"]\n    return ${KEY}\n\nimport yaml\nyaml.load(text)\n`;
  const edited = new EditedProgram(code, ENGINE);
  const { findings } = edited.replace('import os', 'import os\n# two more\n# lines\n');
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['secret-in-prompt', 'yaml-unsafe-load']);
  expect(findings).toEqual(edited.anew().findings);
});
