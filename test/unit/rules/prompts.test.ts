import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/analysis/finding';
import { applyEdits } from '../../../src/source/text-edit';
import { analyzePython } from '../../support/analyze';

function findings(ruleId: string, code: string): readonly Finding[] {
  return analyzePython(code).findings.filter((finding) => finding.ruleId === ruleId);
}

const untrusted = (code: string): readonly Finding[] => findings('untrusted-input-in-system-prompt', code);
const secrets = (code: string): readonly Finding[] => findings('secret-in-prompt', code);

const FLASK = 'from flask import Flask, request\napp = Flask(__name__)\n';
const OPENAI = 'from openai import OpenAI\nclient = OpenAI()\n';

describe('places that are the system role', () => {
  const text = 'text = request.args.get("topic", "")\n';
  it.each([
    [
      'developer message',
      `${OPENAI}client.responses.create(model="m", input=[{"role": "developer", "content": text}])`,
    ],
    ['instructions', `${OPENAI}client.responses.create(model="m", instructions=text, input="q")`],
    [
      'list in a variable',
      `${OPENAI}m = [{"role": "system", "content": text}]\nclient.chat.completions.create(model="m", messages=m)`,
    ],
    [
      'joined lists',
      `${OPENAI}m = [{"role": "system", "content": text}] + history\nclient.chat.completions.create(model="m", messages=m)`,
    ],
    [
      'function of the file',
      `${OPENAI}def build(t):\n    return [{"role": "system", "content": "Help with " + t}]\nclient.chat.completions.create(model="m", messages=build(text))`,
    ],
    [
      'blocks of text',
      `${OPENAI}client.chat.completions.create(model="m", messages=[{"role": "system", "content": [{"type": "text", "text": text}]}])`,
    ],
    [
      'Anthropic',
      'import anthropic\nanthropic.Anthropic().messages.create(model="m", system=text, messages=[])',
    ],
    [
      'Anthropic blocks',
      'import anthropic\nanthropic.Anthropic().messages.create(model="m", system=[{"type": "text", "text": text}], messages=[])',
    ],
    ['Google', 'from google.genai import types\ntypes.GenerateContentConfig(system_instruction=text)'],
    [
      'Bedrock',
      'import boto3\nboto3.client("bedrock-runtime").converse(modelId="m", system=[{"text": text}], messages=[])',
    ],
    [
      'LangChain tuples',
      'from langchain_core.prompts import ChatPromptTemplate\nChatPromptTemplate.from_messages([("system", text), ("human", "{q}")])',
    ],
    [
      'LlamaIndex',
      'from llama_index.core.llms import ChatMessage, MessageRole\nChatMessage(role=MessageRole.SYSTEM, content=text)',
    ],
    ['CrewAI', 'from crewai import Agent\nAgent(role="r", goal="g", backstory=text)'],
    ['Pydantic AI', 'from pydantic_ai import Agent\nAgent("m", system_prompt=text)'],
  ])('%s', (_, code) => {
    expect(untrusted(`${FLASK}${text}${code}\n`)).toHaveLength(1);
  });
});

describe('places that are not', () => {
  const text = 'text = request.args.get("topic", "")\n';
  it.each([
    [
      'user message',
      `${OPENAI}client.chat.completions.create(model="m", messages=[{"role": "user", "content": text}])`,
    ],
    [
      'role that cannot be seen',
      `${OPENAI}client.chat.completions.create(model="m", messages=[{"role": role, "content": text}])`,
    ],
    ['input of the Responses API', `${OPENAI}client.responses.create(model="m", input=text)`],
    [
      'user message of LlamaIndex',
      'from llama_index.core.llms import ChatMessage\nChatMessage(role="user", content=text)',
    ],
    [
      'number made of it',
      `${OPENAI}client.responses.create(model="m", instructions=f"{int(text)} words", input="q")`,
    ],
  ])('%s', (_, code) => {
    expect(untrusted(`${FLASK}${text}${code}\n`)).toEqual([]);
  });
});

describe('who chose the text', () => {
  it('a view of Django reads it from the request', () => {
    const code = `from django.http import HttpResponse\n${OPENAI}def view(request):\n    return client.responses.create(model="m", instructions=request.POST["t"], input="q")\n`;
    expect(untrusted(code)).toHaveLength(1);
    expect(untrusted(code.replace('request.POST["t"]', 'request.user.language'))).toEqual([]);
  });

  it('a person at the terminal is worth a hint only', () => {
    const [finding] = untrusted(
      `${OPENAI}client.responses.create(model="m", instructions=input(), input="q")\n`,
    );
    expect(finding).toMatchObject({ confidence: 'probable', severity: 'info' });
  });

  it('a field named system prompt was opened on purpose', () => {
    const code = `from fastapi import FastAPI\n${OPENAI}app = FastAPI()\n@app.post("/")\ndef f(system_prompt: str, q: str):\n    return client.responses.create(model="m", instructions=system_prompt, input=q)\n`;
    expect(untrusted(code)[0]?.confidence).toBe('probable');
  });

  it('a value that was compared with a list is worth a hint only', () => {
    const code = `${FLASK}${OPENAI}t = request.args["t"]\nif t not in ("a", "b"):\n    raise ValueError\nclient.responses.create(model="m", instructions=f"Team {t}", input="q")\n`;
    expect(untrusted(code)[0]?.confidence).toBe('probable');
  });

  it('is told step by step', () => {
    const code = `${FLASK}${OPENAI}topic = request.args["t"]\nsystem = f"About {topic}"\nclient.responses.create(model="m", instructions=system, input="q")\n`;
    const [finding] = untrusted(code);
    expect(finding?.path[0]?.label).toBe('an HTTP request');
    expect(code.slice(finding?.range.start, finding?.range.end)).toBe('topic');
  });
});

it('moves a whole message to the user role', () => {
  const code = `${FLASK}${OPENAI}client.chat.completions.create(model="m", messages=[{"role": "system", "content": request.form["x"]}])\n`;
  const [fix] = untrusted(code)[0]?.fixes ?? [];
  expect(applyEdits(code, fix?.edits ?? [])).toContain('{"role": "user", "content": request.form["x"]}');
});

describe('secrets in a prompt', () => {
  it.each([
    ['environment by subscript', 'import os\nkey = os.environ["STRIPE_SECRET_KEY"]\n', 'certain'],
    ['getpass', 'import getpass\nkey = getpass.getpass()\n', 'certain'],
    [
      'secrets manager',
      'import boto3\nkey = boto3.client("secretsmanager").get_secret_value(SecretId="x")["SecretString"]\n',
      'certain',
    ],
    ['settings object', 'from app.config import settings\nkey = settings.db_password\n', 'probable'],
  ])('%s', (_, source, confidence) => {
    const code = `${source}${OPENAI}client.responses.create(model="m", input=f"Use {key}")\n`;
    expect(secrets(code).map((finding) => finding.confidence)).toEqual([confidence]);
  });

  it('are not those that go to the client, a header or a name only', () => {
    const code = `import os\n${OPENAI}h = {"Authorization": os.environ["API_TOKEN"]}\nc = OpenAI(api_key=os.getenv("OPENAI_API_KEY"), default_headers=h)\nc.responses.create(model=os.environ["MODEL"], input="How do I set OPENAI_API_KEY?")\n`;
    expect(secrets(code)).toEqual([]);
  });

  it('takes a parameter called token for a word', () => {
    const code = `${OPENAI}def f(token):\n    client.responses.create(model="m", input=f"Define {token}")\n`;
    expect(secrets(code)).toEqual([]);
  });
});
