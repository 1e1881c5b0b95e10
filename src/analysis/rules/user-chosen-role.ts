import type { Call, Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import { JAVASCRIPT } from '../rule-examples/javascript/user-chosen-role';
import type { Rule, RuleContext } from '../rule';
import { addedElements } from '../rule-support/added-elements';
import { hasDeclaredRoles } from '../rule-support/declared-roles';
import { foreignTextIn, type ForeignText } from '../rule-support/foreign-text';
import { isScript } from '../rule-support/language';
import { modelCall } from '../rule-support/model-call';
import { pathSteps } from '../rule-support/path-steps';
import { promptListeners, PROMPT_WORDS } from '../rule-support/prompt-rule';
import { isIndirect } from '../rule-support/untrusted-source';
import { unnamedModelCall } from '../rule-support/unnamed-model-call';

const FLASK =
  'from flask import Flask, request\nfrom openai import OpenAI\n\napp = Flask(__name__)\nclient = OpenAI()\n\n';
const FASTAPI =
  'from typing import List, Literal\nfrom fastapi import FastAPI\nfrom openai import OpenAI\nfrom pydantic import BaseModel\n\napp = FastAPI()\nclient = OpenAI()\n\n';

const listeners = promptListeners((part, call, context) => {
  const { roleName } = part;
  if (part.role !== 'unknown' || !roleName) return;
  const found = foreign(roleName, context);
  if (found && !isFiltered(roleName, context)) report(roleName, found, call, context);
});

export const rule: Rule = {
  id: 'user-chosen-role',
  title: 'Role of messages chosen by the caller',
  stages: ['llm-develop-experiment', 'llm-operate', 'model-serving'],
  risks: ['owasp-llm-2026:LLM01', 'owasp-llm-2025:LLM01', 'owasp-agentic-2026:ASI01'],
  cwe: ['CWE-1427', 'CWE-20'],
  atlas: ['AML.T0051.000', 'AML.T0093'],
  controls: ['C37', 'C48'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'prompts', 'prompt-injection'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds lists of messages that go from a request to a model as they are, and messages whose `role` the request names. Lists whose roles are checked, filtered or declared (`role: Literal["user", "assistant"]`) are not reported.',
  why: 'A caller who writes the list also writes system messages: the rules of the application are lifted by adding one, and earlier answers of the assistant are forged. The page that normally sends the list does not matter, the request does.',
  fix: 'Keep the conversation on the server and take only the new text from the request. Where the client must send it, accept only `user` and `assistant`, put your system message in front, and sign what the assistant has said.',
  references: [
    {
      title: 'OWASP Top 10 for LLM Applications: prompt injection',
      url: 'https://genai.owasp.org/llmrisk/llm01-prompt-injection/',
    },
    { title: 'OpenAI: the chain of command in the Model Spec', url: 'https://model-spec.openai.com/' },
    { title: 'CWE-1427: LLM prompting', url: 'https://cwe.mitre.org/data/definitions/1427.html' },
  ],
  examples: {
    bad: [
      {
        title: 'list of the request body',
        code: `${FLASK}@app.post("/chat")\ndef chat():\n    return client.chat.completions.create(model="gpt-4o", messages=request.json["messages"])\n`,
      },
      {
        title: 'list behind a system message',
        code: `${FLASK}@app.post("/chat")\ndef chat():\n    data = request.get_json()\n    messages = [{"role": "system", "content": "Be kind."}] + data.get("messages", [])\n    return client.chat.completions.create(model="gpt-4o", messages=messages)\n`,
      },
      {
        title: 'list spread into another',
        code: `${FLASK}@app.post("/chat")\ndef chat():\n    history = request.json["history"]\n    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "Be kind."}, *history])\n`,
      },
      {
        title: 'list of a body with free roles',
        code: `${FASTAPI}class Message(BaseModel):\n    role: str\n    content: str\n\nclass Body(BaseModel):\n    messages: List[Message]\n\n@app.post("/chat")\nasync def chat(body: Body):\n    return client.chat.completions.create(model="gpt-4o", messages=body.messages)\n`,
      },
      {
        title: 'role of each message taken over',
        code: `${FASTAPI}class Message(BaseModel):\n    role: str\n    content: str\n\n@app.post("/chat")\nasync def chat(history: List[Message]):\n    messages = [{"role": m.role, "content": m.content} for m in history]\n    return client.chat.completions.create(model="gpt-4o", messages=messages)\n`,
      },
      {
        title: 'role as a parameter',
        code: 'import anthropic\nfrom fastapi import FastAPI\n\napp = FastAPI()\nclient = anthropic.Anthropic()\n\n@app.post("/say")\ndef say(role: str, text: str):\n    return client.messages.create(model="claude", max_tokens=99, messages=[{"role": role, "content": text}])\n',
      },
      {
        title: 'list added to another',
        code: `${FLASK}@app.post("/chat")\ndef chat():\n    messages = [{"role": "system", "content": "Be kind."}]\n    messages.extend(request.json["history"])\n    return client.chat.completions.create(model="gpt-4o", messages=messages)\n`,
      },
      ...JAVASCRIPT.bad,
    ],
    good: [
      {
        title: 'only the text comes from the request',
        code: `${FLASK}@app.post("/chat")\ndef chat():\n    text = request.json["message"]\n    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "Be kind."}, {"role": "user", "content": text}])\n`,
      },
      {
        title: 'roles declared',
        code: `${FASTAPI}class Message(BaseModel):\n    role: Literal["user", "assistant"]\n    content: str\n\nclass Body(BaseModel):\n    messages: List[Message]\n\n@app.post("/chat")\nasync def chat(body: Body):\n    messages = [{"role": m.role, "content": m.content} for m in body.messages]\n    return client.chat.completions.create(model="gpt-4o", messages=messages)\n`,
      },
      {
        title: 'roles filtered',
        code: `${FLASK}@app.post("/chat")\ndef chat():\n    messages = [{"role": m["role"], "content": m["content"]} for m in request.json["messages"] if m["role"] in ("user", "assistant")]\n    return client.chat.completions.create(model="gpt-4o", messages=messages)\n`,
      },
      {
        title: 'role chosen by the program',
        code: `${FLASK}@app.post("/chat")\ndef chat():\n    role = "user" if request.json["mine"] else "assistant"\n    return client.chat.completions.create(model="gpt-4o", messages=[{"role": role, "content": request.json["text"]}])\n`,
      },
      {
        title: 'conversation of the session',
        code: 'import streamlit as st\nfrom openai import OpenAI\n\nclient = OpenAI()\nst.session_state.messages.append({"role": "user", "content": st.chat_input()})\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": m["role"], "content": m["content"]} for m in st.session_state.messages])\n',
        seen: 'most Streamlit chat applications',
      },
      {
        title: 'plain prompt of a request',
        code: `${FLASK}@app.post("/chat")\ndef chat():\n    return client.responses.create(model="gpt-4o", input=request.json["text"])\n`,
      },
      ...JAVASCRIPT.good,
    ],
  },
  needs: ['llm-call', 'prompt'],
  triggers: () => PROMPT_WORDS,
  on: {
    ...listeners,
    api: {
      ...listeners.api,
      'llm-call': (call, api, context) => {
        listeners.api?.['llm-call']?.(call, api, context);
        if (modelCall(call, context) === api) checkList(call, api.messages, context);
      },
    },
    call: (call, context) => {
      listeners.call?.(call, context);
      checkList(call, unnamedModelCall(call, context)?.messages, context);
    },
  },
};

/** A list of messages that comes from outside as it is. */
function checkList(
  call: Call,
  selector: { readonly keyword?: string | undefined; readonly position?: number | undefined } | undefined,
  context: RuleContext,
): void {
  // The input of other interfaces may be a plain text too.
  if (!selector || !/^(?:messages|chat_history)$/u.test(selector.keyword ?? '')) return;
  const given = call.argument(selector);
  if (given.state !== 'given') return;
  for (const list of foreignLists(given.argument.value, context, 0)) {
    const found = foreign(list, context);
    // What is taken out of an object by its name is the list as it came.
    const isParameterOnly = !isScript(context.model) && context.model.dereference(list).kind === 'name';
    if (isParameterOnly && found?.from.parameter === undefined) continue;
    if (found?.from.whole && !isFiltered(list, context)) return report(list, found, call, context);
  }
}

/** The parts of a list that are lists themselves and not written here. */
function foreignLists(list: Expression, context: RuleContext, depth: number): readonly Expression[] {
  if (depth > 6) return [];
  const written = context.model.dereference(list);
  const added = addedElements(list, context.model).filter(({ kind }) => kind !== 'dict' && kind !== 'name');
  if (added.length > 0 && depth === 0) {
    return [...added, ...listsOf(list, written, context, depth)].flatMap((one) =>
      one === list ? [one] : foreignLists(one, context, depth + 1),
    );
  }
  return listsOf(list, written, context, depth);
}

function listsOf(
  list: Expression,
  written: Expression,
  context: RuleContext,
  depth: number,
): readonly Expression[] {
  switch (written.kind) {
    case 'binary':
      return [written.left, written.right].flatMap((side) => foreignLists(side, context, depth + 1));
    case 'collection':
      return written.elements.flatMap((element) =>
        element.kind === 'other'
          ? element.operands.flatMap((one) => foreignLists(one, context, depth + 1))
          : [],
      );
    case 'subscript':
    case 'attribute':
    case 'await':
    case 'name':
      return [list];
    case 'call':
      return /^(?:get|json|get_json|loads|pop)$/u.test(calledName(written)) ? [list] : [];
    default:
      return [];
  }
}

function calledName({ callee }: Call): string {
  return callee.kind === 'attribute' || callee.kind === 'name' ? callee.name : '';
}

function foreign(value: Expression, context: RuleContext): ForeignText | undefined {
  return foreignTextIn(
    value,
    context,
    ({ origin }, from) =>
      !isIndirect(origin) && !isHistoryOfFramework(from, origin) && !hasDeclaredRoles(from, context.model),
  );
}

/** Gradio keeps the conversation and hands it to the function; every chat of it looks like that. */
function isHistoryOfFramework({ parameter }: Origin, origin: string): boolean {
  return origin === 'a Gradio input' && /history|messages|chatbot/iu.test(parameter?.parameter.name ?? '');
}

/** Whether the roles are compared with something in the statement or the function around it. */
function isFiltered(value: Expression, { model }: RuleContext): boolean {
  const around = model.functionAt(value.range.start)?.range;
  const text = around ? model.textAt(around) : model.text;
  if (
    isScript(model) &&
    /\.(?:includes|has)\(\s*\w+\??\.role|\brole\s*:\s*(?:z\.)?(?:enum|literal|union)\(|\brole\s*:\s*["']user["']\s*\|/u.test(
      model.text,
    )
  )
    return true;
  return /\brole(?:["']\]|["'],?[^)\n]{0,12}\))?\s*(?:not\s+in|in|!==?|===?)\s*[([{"'A-Z]/u.test(text);
}

function report(
  at: Expression,
  { origin, confidence, from }: ForeignText,
  call: Call | undefined,
  context: RuleContext,
): void {
  context.report({
    at,
    message: `${origin.charAt(0).toUpperCase()}${origin.slice(1)} chooses the roles of these messages, so a caller can add system messages of its own. Take only the text from there, or accept no role but \`user\` and \`assistant\`.`,
    subject: origin,
    confidence,
    path: pathSteps(from, origin, { range: call?.callee.range ?? at.range, label: 'sent as messages' }),
  });
}
