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
    [
      'Semantic Kernel',
      'from semantic_kernel.contents import ChatHistory\nhistory = ChatHistory()\nhistory.add_system_message(text)',
    ],
    ['AutoGen', 'from autogen import AssistantAgent\nAssistantAgent("a", system_message=f"x {text}")'],
    ['Haystack', 'from haystack.dataclasses import ChatMessage\nChatMessage.from_system(text)'],
    ['DSPy', 'import dspy\ndspy.Signature("a -> b", text)'],
    [
      'Agent Development Kit',
      'from google.adk.agents import LlmAgent\nLlmAgent(name="n", model="m", instruction=text)',
    ],
    ['Ollama', 'import ollama\nollama.generate(model="m", prompt="q", system=text)'],
    [
      'a template of the tokenizer',
      'from transformers import AutoTokenizer\nAutoTokenizer.from_pretrained("m", revision="v1").apply_chat_template([{"role": "system", "content": text}])',
    ],
    [
      'a body over HTTP',
      'import requests\nrequests.post("https://api.openai.com/v1/chat/completions", json={"messages": [{"role": "system", "content": text}]})',
    ],
    [
      'a body for Bedrock',
      'import boto3, json\nboto3.client("bedrock-runtime").invoke_model(modelId="m", body=json.dumps({"system": text, "messages": []}))',
    ],
    [
      'a function that nobody knows',
      'from helpers import chat\nchat(messages=[{"role": "system", "content": text}])',
    ],
    ['a list that is only written', 'messages = [{"role": "system", "content": "You know " + text}]'],
    [
      'dict()',
      'messages = [dict(role="system", content=text)]\nfrom openai import OpenAI\nOpenAI().chat.completions.create(model="m", messages=messages)',
    ],
    [
      'content set later',
      'from openai import OpenAI\nmessages = [{"role": "system", "content": "x"}]\nmessages[0]["content"] = text\nOpenAI().chat.completions.create(model="m", messages=messages)',
    ],
    [
      'a template of the standard library',
      'from string import Template\nfrom agents import Agent\nAgent(name="a", instructions=Template("Know $t").substitute(t=text))',
    ],
    [
      'a replaced mark',
      'from agents import Agent\nAgent(name="a", instructions="Know TOPIC".replace("TOPIC", text))',
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

  it("a value that was compared with a list is nobody's free text", () => {
    const code = `${FLASK}${OPENAI}t = request.args["t"]\nif t not in ("a", "b"):\n    raise ValueError\nclient.responses.create(model="m", instructions=f"Team {t}", input="q")\n`;
    expect(untrusted(code)).toEqual([]);
  });

  it('is told step by step', () => {
    const code = `${FLASK}${OPENAI}topic = request.args["t"]\nsystem = f"About {topic}"\nclient.responses.create(model="m", instructions=system, input="q")\n`;
    const [finding] = untrusted(code);
    expect(finding?.path[0]?.label).toBe('an HTTP request');
    expect(code.slice(finding?.range.start, finding?.range.end)).toBe('system');
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

describe('where foreign text comes from', () => {
  const used = 'client.responses.create(model="m", instructions=f"Know {text}", input="q")\n';
  const within = (head: string, lines: readonly string[]): string =>
    `${OPENAI}${head}\n${[...lines, used].map((line) => `    ${line}`).join('\n')}`;
  it.each([
    [
      'AWS Lambda',
      within('import json\ndef handler(event, context):', ['text = json.loads(event["body"])["t"]']),
    ],
    [
      'Django',
      within('from django.http import HttpResponse\ndef view(request):', ['text = request.POST["t"]']),
    ],
    [
      'a class-based view',
      within('from django.views import View\nclass V(View):\n  def post(self):', [
        'text = self.request.POST["t"]',
      ]),
    ],
    [
      'aiohttp',
      within('from aiohttp import web\nasync def view(request):', ['text = (await request.json())["t"]']),
    ],
    [
      'Tornado',
      within('import tornado.web\nclass H(tornado.web.RequestHandler):\n  def post(self):', [
        'text = self.get_argument("t")',
      ]),
    ],
    ['Falcon', within('import falcon\nclass H:\n  def on_post(self, req, resp):', ['text = req.media["t"]'])],
    [
      'Azure Functions',
      within('import azure.functions as func\ndef main(req: func.HttpRequest):', [
        'text = req.params.get("t")',
      ]),
    ],
    [
      'a WebSocket',
      within('from fastapi import WebSocket\nasync def chat(socket: WebSocket):', [
        'text = await socket.receive_text()',
      ]),
    ],
    [
      'Discord',
      within('import discord\nbot = discord.Client()\n@bot.event\nasync def on_message(message):', [
        'text = message.content',
      ]),
    ],
    [
      'Slack',
      within('from slack_bolt import App\napp = App()\n@app.event("app_mention")\ndef on(event, say):', [
        'text = event["text"]',
      ]),
    ],
    [
      'Telegram',
      within('from telegram import Update\nasync def on(update: Update, context):', [
        'text = update.message.text',
      ]),
    ],
    [
      'Streamlit’s columns',
      within('import streamlit as st\ndef page():', [
        'left, right = st.columns(2)',
        'text = left.text_input("t")',
      ]),
    ],
    [
      'a default that callers replace',
      within('from fastapi import FastAPI\napp = FastAPI()\n@app.get("/")\ndef ask(text: str = "en"):', []),
    ],
    [
      'a body with a default',
      within(
        'from fastapi import FastAPI\nfrom pydantic import BaseModel\napp = FastAPI()\nclass Body(BaseModel):\n    t: str = "x"\n@app.post("/")\ndef ask(body: Body):',
        ['text = body.t'],
      ),
    ],
  ])('%s', (_, code) => expect(untrusted(code)).toHaveLength(1));

  it.each([
    ['a choice', 'mode: Literal["a", "b"]'],
    ['a number that may be missing', 'mode: Optional[int] = None'],
    ['an enumeration', 'mode: Mode'],
    ['a field of a body that is a choice', 'body: Body'],
  ])('%s carries no text', (_, parameter) => {
    const value = parameter.startsWith('body') ? 'body.mode' : 'mode';
    const head = `${OPENAI}from enum import Enum\nfrom fastapi import FastAPI\nfrom pydantic import BaseModel\nfrom typing import Literal, Optional\napp = FastAPI()\nclass Mode(str, Enum):\n    a = "a"\nclass Body(BaseModel):\n    mode: Mode\n`;
    const code = `${head}@app.post("/")\ndef ask(${parameter}):\n    client.responses.create(model="m", instructions=f"Know {${value}}", input="q")\n`;
    expect(untrusted(code)).toEqual([]);
  });
});

describe('the way of foreign text', () => {
  const labels = (ruleId: string, code: string): readonly string[] =>
    findings(ruleId, code)[0]?.path.map(({ label }) => label) ?? [];

  it('is told from the request to the system prompt', () => {
    const code = `${FLASK}${OPENAI}@app.post("/")\ndef ask():\n    topic = request.json["t"]\n    prompt = "Know " + topic\n    return client.responses.create(model="m", instructions=prompt, input="q")\n`;
    const way = labels('untrusted-input-in-system-prompt', code);
    expect(way[0]).toBe('an HTTP request');
    expect(way).toContain('assigned to `topic`');
    expect(way.at(-1)).toBe('sent as system prompt');
  });

  it('is told through a helper that retrieves', () => {
    const code = `${OPENAI}def find(store, q):\n    return store.similarity_search(q)[0].page_content\ndef ask(store, q):\n    return client.responses.create(model="m", instructions=find(store, q), input=q)\n`;
    const way = labels('retrieved-text-in-system-prompt', code);
    expect(way[0]).toBe('a retrieved document');
    expect(way).toContain('returned by `find()`');
  });

  it('is told for a list that the caller writes', () => {
    const code = `${FLASK}${OPENAI}@app.post("/")\ndef ask():\n    messages = request.json["messages"]\n    return client.chat.completions.create(model="m", messages=messages)\n`;
    const way = labels('user-chosen-role', code);
    expect(way).toEqual(['an HTTP request', 'assigned to `messages`', 'sent as messages']);
  });

  it('is told for a template that the caller writes', () => {
    const code = `${FLASK}${OPENAI}@app.post("/")\ndef ask():\n    text = request.args["t"]\n    return client.responses.create(model="m", input=text.format(name="x"))\n`;
    expect(labels('untrusted-prompt-template', code).at(-1)).toBe('used as a template');
  });
});
