import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/source/text-edit';
import type { Finding } from '../../../src/analysis/finding';
import { analyzePython } from '../../support/analyze';

function outputFindings(code: string): readonly Finding[] {
  return analyzePython(code).findings.filter(({ ruleId }) => ruleId.startsWith('model-output-'));
}

const CLIENT = 'from openai import OpenAI\n\nclient = OpenAI()\n';
const ANSWER = `${CLIENT}answer = client.responses.create(model="m", input=question).output_text\n`;

describe('the way of an answer', () => {
  it('is told from the call to the sink', () => {
    const [finding] = outputFindings(
      `${CLIENT}def ask(q):\n    r = client.responses.create(model="m", input=q)\n    return r.output_text\n\ncode = ask("x")\nexec(code)\n`,
    );
    expect(finding?.path[0]?.label).toBe('what OpenAI returned');
    expect(finding?.path.map(({ label }) => label)).toContain('returned by `ask()`');
    expect(finding?.path.at(-1)?.label).toBe('reaches `exec`');
  });

  it.each([
    ['a path', 'open(answer)', 'reaches `open`'],
    ['an address', 'import requests\nrequests.get(answer)', 'reaches `requests.get`'],
    ['a function by its name', 'getattr(tools, answer)', 'reaches `getattr`'],
    ['a query', 'import duckdb\nduckdb.sql(answer)', 'reaches `duckdb.sql`'],
  ])('is told to %s', (_, sink, last) => {
    const [finding] = outputFindings(`${ANSWER}${sink}\n`);
    expect(finding?.path.map(({ label }) => label)).toEqual([
      'what OpenAI returned',
      'assigned to `answer`',
      last,
    ]);
  });

  it.each([
    ['a function of the file', 'def run(text):\n    exec(text)\n\nrun(answer)\n'],
    [
      'an attribute',
      'class Job:\n    def __init__(self):\n        self.code = answer\n    def run(self):\n        exec(self.code)\n',
    ],
    ['JSON', 'import json\nexec(json.loads(answer)["code"])\n'],
    [
      'a regular expression',
      'import re\nmatch = re.search("```(.*)```", answer, re.S)\nif match:\n    exec(match.group(1))\n',
    ],
    ['a conditional', 'exec(answer if answer else "pass")\n'],
    ['a loop', 'for line in answer.splitlines():\n    exec(line)\n'],
  ])('goes through %s', (_, rest) => {
    expect(outputFindings(ANSWER + rest).map(({ confidence }) => confidence)).toEqual(['certain']);
  });

  it('is followed through streaming', () => {
    const code = `${CLIENT}text = ""\nfor chunk in client.chat.completions.create(model="m", messages=m, stream=True):\n    text += chunk.choices[0].delta.content or ""\nexec(text)\n`;
    expect(outputFindings(code)).toHaveLength(1);
  });

  it('is probable through a helper that cannot be seen', () => {
    const [finding] = outputFindings(
      `from helpers import extract_code\n${ANSWER}exec(extract_code(answer))\n`,
    );
    expect(finding).toMatchObject({ confidence: 'probable', severity: 'info' });
  });

  it('is not told where the answer was compared with a list before', () => {
    const code = `import os\n${ANSWER}if answer in ("ls", "pwd"):\n    os.system(answer)\n`;
    expect(outputFindings(code)).toEqual([]);
  });

  it('ends at a local function with the name of a built-in', () => {
    expect(outputFindings(`${ANSWER}def eval(text):\n    return len(text)\n\neval(answer)\n`)).toEqual([]);
  });

  it('ends where another value is assigned', () => {
    expect(outputFindings(`${ANSWER}answer = "1 + 1"\neval(answer)\n`)).toEqual([]);
  });

  it('tells the name of a tool parameter', () => {
    const [finding] = outputFindings(
      'from agents import function_tool\n\n@function_tool\ndef calculate(expression: str) -> str:\n    return str(eval(expression))\n',
    );
    expect(finding?.message).toContain('a model passes to the tool `calculate`');
  });

  it('reads keys of the answer called like bookkeeping as part of the answer', () => {
    expect(
      outputFindings(`import json\nimport os\n${ANSWER}os.system(json.loads(answer)["id"])\n`),
    ).toHaveLength(1);
  });
});

describe('clients', () => {
  it.each([
    [
      'anthropic',
      'import anthropic\nc = anthropic.AsyncAnthropic()\nasync def f():\n    r = await c.messages.create(model="m", messages=m)\n    exec(r.content[0].text)\n',
    ],
    [
      'google',
      'from google import genai\nc = genai.Client()\nexec(c.models.generate_content(model="m", contents=q).text)\n',
    ],
    [
      'transformers',
      'from transformers import AutoModelForCausalLM, AutoTokenizer\nt = AutoTokenizer.from_pretrained("./m")\nmodel = AutoModelForCausalLM.from_pretrained("./m")\nout = model.generate(**t(q, return_tensors="pt"))\nexec(t.decode(out[0], skip_special_tokens=True))\n',
    ],
    [
      'vllm',
      'from vllm import LLM\nllm = LLM(model="./m")\nfor out in llm.generate(["q"]):\n    exec(out.outputs[0].text)\n',
    ],
    [
      'llama.cpp',
      'from llama_cpp import Llama\nllm = Llama(model_path="m.gguf")\nexec(llm("q")["choices"][0]["text"])\n',
    ],
    [
      'litellm',
      'import litellm\nexec(litellm.completion(model="m", messages=m).choices[0].message.content)\n',
    ],
    [
      'bedrock',
      'import boto3\nc = boto3.client("bedrock-runtime")\nr = c.converse(modelId="m", messages=m)\nexec(r["output"]["message"]["content"][0]["text"])\n',
    ],
    [
      'langchain chat model given as a parameter',
      'from langchain_core.language_models import BaseChatModel\ndef f(llm: BaseChatModel):\n    exec(llm.invoke("q").content)\n',
    ],
    [
      'llama_index',
      'from llama_index.llms.openai import OpenAI\nllm = OpenAI()\nexec(llm.complete("q").text)\n',
    ],
    ['ollama', 'import ollama\nexec(ollama.generate(model="m", prompt="q")["response"])\n'],
    [
      'hugging face inference',
      'from huggingface_hub import InferenceClient\nc = InferenceClient("m")\nexec(c.chat_completion(messages=m).choices[0].message.content)\n',
    ],
    [
      'openai agents',
      'from agents import Agent, Runner\nr = Runner.run_sync(Agent(name="a"), "q")\nexec(r.final_output)\n',
    ],
  ])('%s', (_, code) => {
    expect(outputFindings(code).map(({ ruleId, confidence }) => [ruleId, confidence])).toEqual([
      ['model-output-executed', 'certain'],
    ]);
  });

  it('leaves a classifier alone', () => {
    const code =
      'from transformers import pipeline\nclassify = pipeline("sentiment-analysis")\nlabel = classify(q)[0]["label"]\nimport os\nos.system(f"echo {label}")\n';
    expect(outputFindings(code)).toEqual([]);
  });
});

describe('edits', () => {
  it('reads a literal instead of evaluating', () => {
    const code = `${ANSWER}value = eval(answer)\n`;
    const [fix] = outputFindings(code)[0]?.fixes ?? [];
    expect(applyEdits(code, fix?.edits ?? [])).toContain('import ast\n');
    expect(applyEdits(code, fix?.edits ?? [])).toContain('value = ast.literal_eval(answer)\n');
    expect(fix?.safe).toBe(false);
  });

  it('no longer allows HTML', () => {
    const code = `import streamlit as st\n${ANSWER}st.markdown(answer, unsafe_allow_html=True)\n`;
    const [fix] = outputFindings(code)[0]?.fixes ?? [];
    expect(applyEdits(code, fix?.edits ?? [])).toContain('st.markdown(answer)\n');
  });
});
