import { describe, expect, it } from 'vitest';
import { findingsIn, type Program } from './scan-program';

/** Asks a model and returns what it wrote. */
const LLM = `from openai import OpenAI

client = OpenAI()

def ask(question):
    answer = client.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": question}]
    )
    return answer.choices[0].message.content
`;

const SHELL = `import subprocess

def run(command, check=True):
    return subprocess.run(command, shell=True, check=check)
`;

const cases: readonly (readonly [title: string, program: Program, found: readonly string[]])[] = [
  [
    'an answer that a function of another file returns',
    { 'app/llm.py': LLM, 'app/main.py': 'from app.llm import ask\n\ndef solve(q):\n    eval(ask(q))\n' },
    ['app/main.py:4 model-output-executed'],
  ],
  [
    'a loader that another file binds to a safe class, and one that it only renames',
    {
      'app/text.py':
        'from functools import partial\nimport yaml\n\nread = partial(yaml.load, Loader=yaml.SafeLoader)\nread_any = yaml.load\n',
      'app/main.py':
        'import pickle\nfrom app.text import read, read_any\n\ndef settings(text):\n    return read(text), pickle.loads(text)\n\ndef other(text):\n    return read_any(text)\n',
    },
    ['app/main.py:5 unsafe-pickle-load', 'app/main.py:8 yaml-unsafe-load'],
  ],
  [
    'a copy through a pickler that another file binds to a protocol',
    {
      'app/copies.py':
        'import pickle\nfrom functools import partial\n\ndumps = partial(pickle.dumps, protocol=5)\nloads = pickle.loads\n',
      'app/main.py':
        'import pickle\nfrom app.copies import dumps, loads\n\ndef copy(value):\n    return loads(dumps(value))\n\ndef read(file):\n    return pickle.load(file)\n',
    },
    ['app/main.py:8 unsafe-pickle-load'],
  ],
  [
    'a relative import, another name, a variable in between',
    {
      'app/llm.py': LLM,
      'app/main.py': 'from .llm import ask as think\n\ndef solve(q):\n    code = think(q)\n    exec(code)\n',
    },
    ['app/main.py:5 model-output-executed'],
  ],
  [
    'a module that is imported whole',
    {
      'app/llm.py': LLM,
      'run.py': 'import app.llm\nimport app.llm as brain\neval(app.llm.ask("1"))\neval(brain.ask("2"))\n',
    },
    ['run.py:3 model-output-executed', 'run.py:4 model-output-executed'],
  ],
  [
    'a module beside the script',
    { 'tools/llm.py': LLM, 'tools/main.py': 'from llm import ask\neval(ask("1"))\n' },
    ['tools/main.py:2 model-output-executed'],
  ],
  [
    'a package below src',
    { 'src/app/llm.py': LLM, 'scripts/main.py': 'from app.llm import ask\neval(ask("1"))\n' },
    ['scripts/main.py:2 model-output-executed'],
  ],
  [
    'a star import',
    { 'app/llm.py': LLM, 'app/main.py': 'from .llm import *\neval(ask("1"))\n' },
    ['app/main.py:2 model-output-executed'],
  ],
  [
    'a name that a package hands on',
    {
      'app/__init__.py': 'from .llm import ask\n',
      'app/llm.py': LLM,
      'main.py': 'from app import ask\neval(ask("1"))\n',
    },
    ['main.py:2 model-output-executed'],
  ],
  [
    'a name that a package hands on under another name, and one that stands in a module of the package',
    {
      'app/__init__.py': 'from .llm import ask as think\n',
      'app/llm.py': LLM,
      'main.py': 'from app import think, llm\neval(think("1"))\neval(llm.ask("1"))\n',
    },
    ['main.py:2 model-output-executed', 'main.py:3 model-output-executed'],
  ],
  [
    'a method of a class of another file, on an attribute of self',
    {
      'app/brain.py': `from anthropic import Anthropic

class Brain:
    def __init__(self):
        self.client = Anthropic()

    def think(self, question):
        message = self.client.messages.create(model="m", max_tokens=9, messages=[{"role": "user", "content": question}])
        return message.content[0].text
`,
      'app/worker.py': `from app.brain import Brain

class Worker:
    def __init__(self):
        self.brain = Brain()

    def work(self, task):
        exec(self.brain.think(task))
`,
    },
    ['app/worker.py:8 model-output-executed'],
  ],
  [
    'an async function',
    {
      'llm.py': `from openai import AsyncOpenAI

client = AsyncOpenAI()

async def ask(question):
    answer = await client.responses.create(model="gpt-4o", input=question)
    return answer.output_text
`,
      'main.py': 'from llm import ask\n\nasync def main():\n    eval(await ask("1"))\n',
    },
    ['main.py:4 model-output-executed'],
  ],
  [
    'a wrapper of a shell that is given an answer',
    {
      'shell.py': SHELL,
      'main.py': `from openai import OpenAI
from shell import run

def act(task):
    answer = OpenAI().responses.create(model="gpt-4o", input=task)
    run(answer.output_text)
`,
    },
    ['main.py:6 model-output-to-shell'],
  ],
  [
    'source and sink both in other files, through a third',
    {
      'llm.py': LLM,
      'shell.py': SHELL,
      'steps.py': 'from shell import run\n\ndef perform(step):\n    run(step.strip())\n',
      'main.py': 'from llm import ask\nfrom steps import perform\n\nperform(ask("what now?"))\n',
    },
    ['main.py:4 model-output-to-shell'],
  ],
  [
    'a client that another file makes',
    {
      'clients.py':
        'from openai import OpenAI\n\nclient = OpenAI()\n\ndef make_client():\n    return OpenAI()\n',
      'main.py': `from clients import client, make_client

eval(client.responses.create(model="gpt-4o", input="1").output_text)
eval(make_client().responses.create(model="gpt-4o", input="1").output_text)
`,
    },
    ['main.py:3 model-output-executed', 'main.py:4 model-output-executed'],
  ],
  [
    'a library that another file imports',
    {
      'compat.py': 'import pickle\n',
      'main.py':
        'from compat import pickle\n\ndef load(path):\n    with open(path, "rb") as file:\n        return pickle.load(file)\n',
    },
    ['main.py:5 unsafe-pickle-load'],
  ],
  [
    'a revision that another file holds: a branch',
    {
      'config.py': 'REVISION = "main"\n',
      'main.py': `from transformers import AutoModel
from config import REVISION

model = AutoModel.from_pretrained("acme/tiny", revision=REVISION)
`,
    },
    ['main.py:4 model-unpinned'],
  ],
  [
    'a revision that another file holds: a commit',
    {
      'config.py': 'REVISION = "0123456789abcdef0123456789abcdef01234567"\n',
      'main.py': `from transformers import AutoModel
import config

model = AutoModel.from_pretrained("acme/tiny", revision=config.REVISION)
`,
    },
    [],
  ],
  [
    'a name that another file holds',
    {
      'app/settings.py': 'MODEL = "acme/tiny"\n',
      'app/main.py': `from transformers import AutoModel
from .settings import MODEL

model = AutoModel.from_pretrained(MODEL)
`,
    },
    ['app/main.py:4 model-unpinned'],
  ],
  [
    'a wrapper that fetches what its caller names, with and without a commit',
    {
      'hub.py': `from transformers import AutoModel

def fetch(name, revision=None):
    return AutoModel.from_pretrained(name, revision=revision)
`,
      'main.py': `from hub import fetch

fetch("acme/tiny")
fetch("acme/tiny", revision="0123456789abcdef0123456789abcdef01234567")
`,
    },
    ['main.py:3 model-unpinned'],
  ],
  [
    'a request that reaches the system prompt through a function that builds it',
    {
      'prompts.py': 'def system(text):\n    return {"role": "system", "content": text}\n',
      'llm.py': `from openai import OpenAI

def chat(instructions, question):
    return OpenAI().chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "system", "content": instructions}, {"role": "user", "content": question}],
    )
`,
      'web.py': `from flask import Flask, request
from llm import chat

app = Flask(__name__)

@app.post("/chat")
def handle():
    chat("You speak " + request.json["language"], "Hello")
    return "ok"
`,
    },
    ['web.py:8 untrusted-input-in-system-prompt'],
  ],
  [
    'a request that a function of another file reads',
    {
      'inputs.py': 'from flask import request\n\ndef wish():\n    return request.form["wish"]\n',
      'web.py': `from openai import OpenAI
from inputs import wish

def handle():
    OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": wish()}])
`,
    },
    ['web.py:5 untrusted-input-in-system-prompt'],
  ],
  [
    'a function that hands its argument on: then it is certain',
    {
      'text.py': 'def tidy(text):\n    return text.strip().replace("```", "")\n',
      'main.py': `from openai import OpenAI
from text import tidy

exec(tidy(OpenAI().responses.create(model="gpt-4o", input="1").output_text))
`,
    },
    ['main.py:4 model-output-executed'],
  ],
  [
    'a function that makes its argument harmless',
    {
      'text.py': 'import shlex\n\ndef quoted(text):\n    return shlex.quote(text)\n',
      'main.py': `import os
from openai import OpenAI
from text import quoted

os.system("ls " + quoted(OpenAI().responses.create(model="gpt-4o", input="1").output_text))
`,
    },
    [],
  ],
  [
    'a function whose result is made of nothing that it is given',
    {
      'text.py': 'def label(text):\n    return "long" if len(text) > 9 else "short"\n',
      'main.py': `import os
from openai import OpenAI
from text import label

os.system(label(OpenAI().responses.create(model="gpt-4o", input="1").output_text))
`,
    },
    [],
  ],
  [
    'a name that is bound anew',
    { 'llm.py': LLM, 'main.py': 'from llm import ask\n\ndef ask(q):\n    return "1"\n\neval(ask("1"))\n' },
    [],
  ],
  [
    'a parameter of the same name',
    { 'llm.py': LLM, 'main.py': 'from llm import ask\n\ndef solve(ask):\n    eval(ask("1"))\n' },
    [],
  ],
  [
    'a module of that name that is a library, and one of the standard library',
    {
      'app/numpy.py': LLM.replace('def ask', 'def load'),
      'app/logging.py': LLM,
      'app/main.py':
        'from numpy import load\nfrom logging import ask as tell\n\neval(load("1"))\neval(tell("1"))\n',
    },
    [],
  ],
  [
    'a module of that name in another folder',
    { 'other/llm.py': LLM, 'app/main.py': 'from llm import ask\n\neval(ask("1"))\n' },
    [],
  ],
  [
    'a function of a module that is nobody’s',
    { 'app/main.py': 'from .llm import ask\n\neval(ask("1"))\n' },
    [],
  ],
  [
    'modules that import each other',
    {
      'a.py':
        'from b import reply\nfrom openai import OpenAI\n\ndef ask(q):\n    return OpenAI().responses.create(model="gpt-4o", input=q).output_text\n\ndef run(q):\n    exec(reply(q))\n',
      'b.py': 'from a import ask\n\ndef reply(q):\n    return ask(q) + "\\n"\n',
    },
    ['a.py:8 model-output-executed'],
  ],
  [
    'a module that does not parse whole',
    {
      'llm.py': `${LLM}\ndef broken(:\n    return (\n`,
      'main.py': 'from llm import ask\n\neval(ask("1"))\n',
    },
    ['main.py:3 model-output-executed'],
  ],
  [
    'a function that returns several things, of which one is an answer',
    {
      'llm.py': `from openai import OpenAI

def ask(q):
    answer = OpenAI().responses.create(model="gpt-4o", input=q)
    return {"text": answer.output_text, "model": "gpt-4o"}
`,
      'main.py': 'import os\nfrom llm import ask\n\nos.system("log " + ask("1")["model"])\n',
    },
    [],
  ],
  [
    'a wrapper of a shell that is called in its own file too, and with constants',
    {
      'shell.py': `${SHELL}\nrun("ls")\n`,
      'main.py':
        'from openai import OpenAI\nfrom shell import run\n\nrun("make")\nrun(OpenAI().responses.create(model="m", input="1").output_text)\n',
    },
    ['main.py:5 model-output-to-shell'],
  ],
  [
    'a wrapper that only starts what is on a list',
    {
      'shell.py': `import subprocess

def run(command):
    if command not in ("ls", "pwd"):
        raise ValueError(command)
    return subprocess.run(command, shell=True)
`,
      'main.py':
        'from openai import OpenAI\nfrom shell import run\n\nrun(OpenAI().responses.create(model="m", input="1").output_text)\n',
    },
    [],
  ],
];

describe('programs of several files', () => {
  it.each(cases)('%s', async (_title, program, found) => {
    const all = await findingsIn(program);
    expect(all.filter((one) => !/retired|guard/u.test(one))).toEqual(found);
  });
});
