import { describe, expect, it } from 'vitest';
import { exampleKey } from '../../../src/analysis/rule-support/example-keys';
import { analyzePython } from '../../support/analyze';

/** Small programs as libraries' documentation would write them: title, what is found in order, code. */
type Probe = readonly [title: string, found: readonly string[], code: string];

const OPENAI = exampleKey('sk-proj-', 60);
const HUGGING_FACE = exampleKey('hf_', 34);
const HASH = '0a4a2a4e9f7e7b1c8f6a1d4f0a2d3c5b6e7f8091';

const DESERIALIZATION: readonly Probe[] = [
  [
    'an alias of an alias',
    ['unsafe-pickle-load warning'],
    'import pickle as pk\nread = pk.load\nfetch = read\ndef f(p):\n    return fetch(open(p, "rb"))',
  ],
  [
    'a name imported in a function',
    ['unsafe-pickle-load warning'],
    'def f(data):\n    from cloudpickle import loads\n    return loads(data)',
  ],
  [
    'a fallback import',
    ['unsafe-pickle-load warning'],
    'try:\n    import cPickle as pickle\nexcept ImportError:\n    import pickle\ndef f(data):\n    return pickle.loads(data)',
  ],
  [
    'a method called loads',
    [],
    'class Codec:\n    def loads(self, data):\n        return data\nx = Codec().loads(b"")',
  ],
  ['json', [], 'import json as pickle\nx = pickle.loads(text)'],
  ['a name that is bound anew', [], 'from pickle import load\nfrom json import load\nx = load(file)'],
  [
    'torch.load, switch in a dictionary',
    ['torch-load-unsafe warning'],
    'import torch\noptions = {"weights_only": False}\ndef f(p):\n    return torch.load(p, **options)',
  ],
  [
    'torch.load through functools.partial',
    ['torch-load-unsafe warning'],
    'import functools\nimport torch\nload = functools.partial(torch.load, weights_only=False)\ndef f(p):\n    return load(p)',
  ],
  [
    'torch.load, safe partial',
    [],
    'from functools import partial\nimport torch\nload = partial(torch.load, weights_only=True)\nx = load(p)',
  ],
  ['torch.load, a constant', [], 'import torch\nSAFE = True\nx = torch.load(p, weights_only=SAFE)'],
  ['torch.load, arguments that cannot be seen', [], 'import torch\nx = torch.load(p, **kwargs)'],
  [
    'torch.load, one branch is unsafe',
    ['torch-load-unsafe warning'],
    'import torch\ndef f(p, new):\n    if new:\n        return torch.load(p, weights_only=True)\n    return torch.load(p, weights_only=False)',
  ],
  ['safetensors', [], 'from safetensors.torch import load_file\nx = load_file(p)'],
  [
    'numpy, pickle allowed by position',
    ['numpy-allow-pickle warning'],
    'import numpy as np\ndef f(p):\n    return np.load(p, None, True)',
  ],
  ['numpy, position says no', [], 'import numpy as np\nx = np.load(p, None, False)'],
  ['numpy, a memory map', [], 'import numpy as np\nx = np.load(p, "r")'],
  [
    'Keras, safe mode off by position',
    ['keras-unsafe-load warning'],
    'import keras\ndef f(p):\n    return keras.saving.load_model(p, None, True, False)',
  ],
  [
    'Keras, safe mode off by keyword',
    ['keras-unsafe-load warning'],
    'from tensorflow import keras\ndef f(p):\n    return keras.models.load_model(p, safe_mode=False)',
  ],
  ['yaml, safe class by alias', [], 'from yaml import load, CSafeLoader as L\nx = load(text, L)'],
  [
    'yaml, loader in a dictionary',
    [],
    'import yaml\nopts = {"Loader": yaml.SafeLoader}\nx = yaml.load(text, **opts)',
  ],
  [
    'pandas from an address',
    ['unsafe-pickle-load error'],
    'import pandas as pd\ndf = pd.read_pickle("https://data.example.com/frame.pkl")',
  ],
  [
    'response of a request',
    ['unsafe-pickle-load error'],
    'import pickle\nimport requests\nmodel = pickle.loads(requests.get(url, timeout=5).content)',
  ],
  ['a copy', [], 'import pickle\nb = pickle.loads(pickle.dumps(a))'],
  [
    'joblib in a class attribute',
    ['unsafe-pickle-load warning'],
    'import joblib\nclass Server:\n    reader = joblib.load\n    def start(self, path):\n        return joblib.load(path)',
  ],
  [
    'the pipe of a child process',
    ['unsafe-pickle-load info'],
    'import os\nimport pickle\ndef child(fd):\n    with os.fdopen(fd, "rb") as parent:\n        return pickle.load(parent)',
  ],
  [
    'what a child process prints',
    ['unsafe-pickle-load info'],
    'import pickle\nimport subprocess\np = subprocess.Popen(["worker"], stdout=subprocess.PIPE)\nx = pickle.load(p.stdout)',
  ],
  [
    'the connection of multiprocessing',
    ['unsafe-pickle-load info'],
    'import pickle\nfrom multiprocessing.connection import Connection\ndef f(conn: Connection):\n    return pickle.loads(conn.recv_bytes())',
  ],
];

const DOWNLOADS: readonly Probe[] = [
  [
    'a model',
    ['model-unpinned warning'],
    'from transformers import AutoModel as A\nm = A.from_pretrained("acme/encoder")',
  ],
  [
    'a constant hash',
    [],
    `from transformers import AutoModel\nREV = "${HASH}"\nm = AutoModel.from_pretrained("acme/encoder", revision=REV)`,
  ],
  [
    'a tag in a dictionary',
    ['model-unpinned warning'],
    'from transformers import AutoModel\nkw = dict(revision="v1.0")\nm = AutoModel.from_pretrained("acme/encoder", **{"revision": "v1.0"})',
  ],
  ['a folder', [], 'from transformers import AutoModel\nm = AutoModel.from_pretrained("./encoder")'],
  [
    'a folder from pathlib',
    [],
    'from pathlib import Path\nfrom transformers import AutoModel\nm = AutoModel.from_pretrained(Path("models") / "encoder")',
  ],
  [
    'offline',
    [],
    'from transformers import AutoModel\nm = AutoModel.from_pretrained("acme/encoder", local_files_only=True)',
  ],
  [
    'a name that depends on a condition',
    ['model-unpinned warning'],
    'from transformers import pipeline\nname = "acme/large" if big else "acme/small"\np = pipeline("text-generation", model=name)',
  ],
  [
    'the name is a parameter',
    [],
    'from transformers import AutoModel\ndef f(name):\n    return AutoModel.from_pretrained(name)',
  ],
  [
    'an MLflow alias',
    ['model-unpinned info'],
    'import mlflow\nm = mlflow.pyfunc.load_model("models:/churn@champion")',
  ],
  [
    'an MLflow stage',
    ['model-unpinned info'],
    'import mlflow.sklearn\nm = mlflow.sklearn.load_model(model_uri="models:/churn/Production")',
  ],
  ['an MLflow version', [], 'import mlflow\nm = mlflow.pyfunc.load_model("models:/churn/7")'],
  ['an MLflow run', [], 'import mlflow\nm = mlflow.pyfunc.load_model(f"runs:/{run_id}/model")'],
  [
    'trust in remote code',
    ['model-unpinned warning', 'remote-code-enabled error'],
    'from transformers import AutoModelForCausalLM\nm = AutoModelForCausalLM.from_pretrained("acme/encoder", trust_remote_code=True)',
  ],
  [
    'a file by address',
    ['download-without-hash warning'],
    'import urllib.request as u\nu.urlretrieve("https://models.example.com/face.onnx", "face.onnx")',
  ],
  [
    'a file whose hash is compared',
    [],
    'import hashlib\nimport urllib.request as u\nu.urlretrieve("https://models.example.com/face.onnx", "face.onnx")\nassert hashlib.sha256(open("face.onnx", "rb").read()).hexdigest() == WANTED',
  ],
  [
    'an image by address',
    [],
    'import requests\nimage = requests.get("https://www.example.com/cat.png", timeout=5).content',
  ],
  [
    'gdown of a model',
    ['download-without-hash warning'],
    'import gdown\ngdown.download("https://files.example.com/weights.pth", "weights.pth")',
  ],
];

const SECRETS: readonly Probe[] = [
  ['os.environ', ['secret-in-source error'], `import os\nos.environ["OPENAI_API_KEY"] = "${OPENAI}"`],
  ['a module attribute', ['secret-in-source error'], `import openai\nopenai.api_key = "${OPENAI}"`],
  [
    'an environment for a child',
    ['secret-in-source error'],
    `import subprocess\nsubprocess.run(["serve"], env={"HF_TOKEN": "${HUGGING_FACE}"})`,
  ],
  ['a header', ['secret-in-source error'], `HEADERS = {"Authorization": "Bearer ${HUGGING_FACE}"}`],
  [
    'a header in an f-string',
    ['secret-in-source error'],
    `import requests\nrequests.post(url, headers={"Authorization": f"Bearer ${HUGGING_FACE}"}, timeout=5)`,
  ],
  ['a default of a parameter', ['secret-in-source error'], `def connect(key="${OPENAI}"):\n    return key`],
  [
    'from the environment',
    [],
    'import os\nfrom openai import OpenAI\nclient = OpenAI(api_key=os.environ["OPENAI_API_KEY"])',
  ],
  ['a placeholder', [], 'from openai import OpenAI\nclient = OpenAI(api_key="sk-your-api-key-goes-here")'],
  [
    'a local server',
    [],
    'from openai import OpenAI\nclient = OpenAI(base_url="http://localhost:8000/v1", api_key="EMPTY")',
  ],
];

const FASTAPI =
  'from fastapi import FastAPI\nfrom openai import OpenAI\napp = FastAPI()\nclient = OpenAI()\n';
const LANGCHAIN =
  'from langchain_core.prompts import ChatPromptTemplate\nfrom langchain_openai import ChatOpenAI\nllm = ChatOpenAI()\n';

const PROMPTS: readonly Probe[] = [
  [
    'a request in the system prompt, through a helper',
    ['untrusted-input-in-system-prompt warning'],
    `${FASTAPI}def system(topic):\n    return f"You know {topic}."\n@app.post("/a")\nasync def ask(topic: str):\n    return client.responses.create(model="m", instructions=system(topic), input="Hi")`,
  ],
  [
    'a variable of a template, filled at invoke',
    ['untrusted-input-in-system-prompt warning'],
    `${LANGCHAIN}from flask import request\nprompt = ChatPromptTemplate.from_messages([("system", "Answer about {topic}."), ("human", "{question}")])\nchain = prompt | llm\ndef ask():\n    return chain.invoke({"topic": request.args["topic"], "question": request.args["q"]})`,
  ],
  [
    'retrieved passages in a template of system messages',
    ['retrieved-text-in-system-prompt info'],
    `${LANGCHAIN}from langchain_chroma import Chroma\nstore = Chroma(collection_name="docs")\nprompt = ChatPromptTemplate.from_messages([("system", "Use this: {context}"), ("human", "{question}")])\ndef ask(question):\n    docs = store.similarity_search(question)\n    return (prompt | llm).invoke({"context": docs, "question": question})`,
  ],
  [
    'a retriever in the map in front of a template',
    ['retrieved-text-in-system-prompt info'],
    `${LANGCHAIN}from langchain_chroma import Chroma\nfrom langchain_core.runnables import RunnablePassthrough\nretriever = Chroma(collection_name="docs").as_retriever()\nprompt = ChatPromptTemplate.from_messages([("system", "Use this: {context}"), ("human", "{question}")])\nchain = {"context": retriever, "question": RunnablePassthrough()} | prompt | llm\nanswer = chain.invoke("x")`,
  ],
  [
    'a chain that a function builds around the retriever it is given',
    ['retrieved-text-in-system-prompt info'],
    `${LANGCHAIN}from operator import itemgetter\nfrom langchain_chroma import Chroma\ndef make(retriever):\n    prompt = ChatPromptTemplate.from_messages([("system", "{context}"), ("human", "{q}")])\n    answer = prompt | llm\n    return {"context": itemgetter("q") | retriever, "q": itemgetter("q")} | answer\nchain = make(Chroma(collection_name="docs").as_retriever())\nchain.invoke({"q": "x"})`,
  ],
  [
    'a chain of documents whose template has them in the system role',
    ['retrieved-text-in-system-prompt info'],
    `${LANGCHAIN}from langchain.chains.combine_documents import create_stuff_documents_chain\nprompt = ChatPromptTemplate.from_messages([("system", "Use this: {context}"), ("human", "{input}")])\nchain = create_stuff_documents_chain(llm, prompt)`,
  ],
  [
    'a chain of documents whose template has them in the human role',
    [],
    `${LANGCHAIN}from langchain.chains.combine_documents import create_stuff_documents_chain\nprompt = ChatPromptTemplate.from_messages([("system", "Be brief."), ("human", "{context}: {input}")])\nchain = create_stuff_documents_chain(llm, prompt)`,
  ],
  [
    'a keyword of format_messages',
    ['untrusted-input-in-system-prompt info'],
    `${LANGCHAIN}prompt = ChatPromptTemplate.from_messages([("system", "You are {role_name}.")])\nllm.invoke(prompt.format_messages(role_name=input("Who? ")))`,
  ],
  [
    'a variable of the human message',
    [],
    `${LANGCHAIN}from flask import request\nprompt = ChatPromptTemplate.from_messages([("system", "Be brief."), ("human", "{question}")])\nchain = prompt | llm\ndef ask():\n    return chain.invoke({"question": request.args["q"]})`,
  ],
  [
    'a retriever in the human message',
    [],
    `${LANGCHAIN}from langchain_chroma import Chroma\nretriever = Chroma(collection_name="docs").as_retriever()\nprompt = ChatPromptTemplate.from_messages([("system", "Be brief."), ("human", "{context} {question}")])\nchain = {"context": retriever, "question": lambda x: x} | prompt | llm\nanswer = chain.invoke("x")`,
  ],
  [
    'doubled braces are no variable',
    [],
    `${LANGCHAIN}from flask import request\nprompt = ChatPromptTemplate.from_messages([("system", "Reply with {{topic}} as JSON."), ("human", "{topic}")])\nchain = prompt | llm\ndef ask():\n    return chain.invoke({"topic": request.args["q"]})`,
  ],
  [
    'a text box of Gradio',
    ['untrusted-input-in-system-prompt info'],
    'import gradio as gr\nfrom openai import OpenAI\nclient = OpenAI()\ndef reply(message, style):\n    return client.chat.completions.create(model="m", messages=[{"role": "system", "content": f"Write like {style}."}, {"role": "user", "content": message}])\ngr.Interface(fn=reply, inputs=["text", "text"], outputs="text").launch()',
  ],
  [
    'a text box of Gradio in the user role',
    [],
    'import gradio as gr\nfrom openai import OpenAI\nclient = OpenAI()\ndef reply(message, history):\n    return client.chat.completions.create(model="m", messages=[{"role": "system", "content": "Be brief."}, {"role": "user", "content": message}])\ngr.ChatInterface(reply).launch()',
  ],
  [
    'a secret in a prompt',
    ['secret-in-prompt error'],
    'import os\nfrom anthropic import Anthropic\nclient = Anthropic()\nclient.messages.create(model="m", max_tokens=9, messages=[{"role": "user", "content": f"Connect with {os.environ[\'DB_PASSWORD\']}"}])',
  ],
  [
    'a file name from the environment in a prompt',
    [],
    'import os\nfrom openai import OpenAI\nclient = OpenAI()\nclient.responses.create(model="m", input=f"Hello {os.environ[\'USER\']}")',
  ],
];

const CALL = 'from openai import OpenAI, AsyncOpenAI\nclient = OpenAI()\nasyncly = AsyncOpenAI()\n';
const ANSWER = 'client.responses.create(model="m", input=q).output_text';

const OUTPUTS: readonly Probe[] = [
  ['exec of an answer', ['model-output-executed error'], `${CALL}code = ${ANSWER}\nexec(code)`],
  [
    'eval in an async function',
    ['model-output-executed error'],
    `${CALL}async def f(q):\n    r = await asyncly.responses.create(model="m", input=q)\n    return eval(r.output_text)`,
  ],
  [
    'exec of a fenced block',
    ['model-output-executed error'],
    `${CALL}import re\ncode = re.search(r"x(.*)x", ${ANSWER}).group(1)\nexec(code, {})`,
  ],
  [
    'exec through a helper',
    ['model-output-executed error'],
    `${CALL}def ask(q):\n    return ${ANSWER}\ndef run(code):\n    exec(code)\nrun(ask("x"))`,
  ],
  ['a literal list', [], `${CALL}import ast\nx = ast.literal_eval(${ANSWER})`],
  [
    'the token count',
    [],
    `${CALL}r = client.responses.create(model="m", input=q)\nexec(f"n = {r.usage.total_tokens}")`,
  ],
  ['a compiled constant', [], `${CALL}exec("x = 1")\nprint(${ANSWER})`],
  [
    'a shell',
    ['model-output-to-shell error'],
    `${CALL}import subprocess\nsubprocess.run(${ANSWER}, shell=True)`,
  ],
  [
    'bash -c in a list',
    ['model-output-to-shell error'],
    `${CALL}import subprocess\nsubprocess.run(["bash", "-c", ${ANSWER}])`,
  ],
  [
    'bash -c of asyncio',
    ['model-output-to-shell error'],
    `${CALL}import asyncio\nasync def f(q):\n    out = ${ANSWER}\n    await asyncio.create_subprocess_exec("bash", "-c", out)`,
  ],
  [
    'an argument of asyncio',
    [],
    `${CALL}import asyncio\nasync def f(q):\n    out = ${ANSWER}\n    await asyncio.create_subprocess_exec("echo", out)`,
  ],
  ['an argument in a list', [], `${CALL}import subprocess\nsubprocess.run(["say", ${ANSWER}])`],
  ['a quoted argument', [], `${CALL}import os\nimport shlex\nos.system("say " + shlex.quote(${ANSWER}))`],
  [
    'SQL',
    ['model-output-to-sql warning'],
    `${CALL}import sqlite3\ncur = sqlite3.connect("a.db").cursor()\ncur.execute(${ANSWER})`,
  ],
  [
    'a bound parameter',
    [],
    `${CALL}import sqlite3\ncur = sqlite3.connect("a.db").cursor()\ncur.execute("insert into t values (?)", (${ANSWER},))`,
  ],
  [
    'HTML',
    ['model-output-to-html warning'],
    `${CALL}import streamlit as st\nst.markdown(${ANSWER}, unsafe_allow_html=True)`,
  ],
  [
    'escaped HTML',
    [],
    `${CALL}import html\nimport streamlit as st\nst.markdown(html.escape(${ANSWER}), unsafe_allow_html=True)`,
  ],
  ['Markdown', [], `${CALL}import streamlit as st\nst.markdown(${ANSWER})`],
  [
    'a decorated tool',
    ['model-output-to-shell error'],
    'import subprocess\nfrom langchain_core.tools import tool\n@tool\ndef run(command: str) -> str:\n    """Run a command."""\n    return subprocess.getoutput(command)',
  ],
  [
    'a plain function given as a tool',
    ['model-output-to-shell error'],
    'import subprocess\nfrom google.adk.agents import Agent\ndef run(command: str) -> str:\n    return subprocess.getoutput(command)\nagent = Agent(name="a", model="m", tools=[run])',
  ],
  [
    'a plain function given to a LangChain agent',
    ['model-output-executed error'],
    'from langchain.agents import create_agent\ndef calc(expression: str):\n    return eval(expression)\nagent = create_agent("m", tools=[calc])',
  ],
  [
    'a function in a list of another library',
    [],
    'from menu import Window\ndef calc(expression: str):\n    return eval(expression)\nw = Window(tools=[calc])',
  ],
  ['exec of a file', [], 'exec(open("setup.py").read())'],
];

describe.each([
  ['deserialization', DESERIALIZATION],
  ['downloads', DOWNLOADS],
  ['secrets', SECRETS],
  ['prompts', PROMPTS],
  ['model output', OUTPUTS],
] as const)('%s', (_, probes) => {
  it.each(probes)('%s: %j', (_title, found, code) => {
    const { findings, problems } = analyzePython(`${code}\n`, { configuration: { preset: 'recommended' } });
    expect(problems).toEqual([]);
    expect(findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`).sort()).toEqual([...found].sort());
  });
});
