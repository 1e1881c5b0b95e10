import type { Call, Expression } from '../../source/expression';
import type { Fix } from '../finding';
import type { Rule, RuleContext } from '../rule';
import { JAVASCRIPT } from '../rule-examples/javascript/model-output-to-html';
import { argumentRemoval } from '../rule-support/argument-removal';
import { modelOutput, type ModelOutput } from '../rule-support/model-output';
import { wrapInserted } from '../rule-support/wrap-inserted';
import {
  modelOutputListeners,
  reportModelOutput,
  type ModelOutputTexts,
} from '../rule-support/model-output-rule';
import { renameCallee } from '../rule-support/rename-callee';
import { scriptPage } from '../rule-support/script-page';
import { returnedPages } from '../rule-support/returned-page';
import { UNNAMED_MODEL_WORDS } from '../rule-support/unnamed-model-call';

const ESCAPED = { title: 'Escape it (html.escape)', module: 'html', name: 'escape' };

const TEXTS: ModelOutputTexts = {
  sink: 'html',
  does: (text) => `puts ${text} into the page unescaped`,
  advice:
    'Scripts and images in the answer then act in the reader’s browser; escape it, or clean it with an allow-list.',
  fixes: (call, output, context, input) => [
    ...plainTextFix(call, output, context),
    ...escapeFix(call, output, context),
    ...wrapInserted(
      input,
      (value) => modelOutput(value, 'html', context) !== undefined,
      ESCAPED,
      context.model,
    ),
  ],
};

const RETURNED: ModelOutputTexts = {
  ...TEXTS,
  does: (text) => `sends ${text} as a page, unescaped`,
  certainFlowOnly: true,
  place: 'return',
};

export const rule: Rule = {
  id: 'model-output-to-html',
  title: 'Model output put into a page without escaping',
  stages: ['llm-develop-experiment', 'llm-operate', 'model-serving'],
  risks: ['owasp-llm-2026:LLM10', 'owasp-llm-2025:LLM05', 'owasp-agentic-2026:ASI09'],
  cwe: ['CWE-79', 'CWE-1426'],
  atlas: ['AML.T0077'],
  controls: ['C36'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'model-output', 'web'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds answers of language models that reach a place where HTML is taken as it is: `Markup`, `mark_safe`, `HTMLResponse`, `st.markdown(…, unsafe_allow_html=True)`, `IPython.display.HTML` and others.',
  why: 'An answer can hold `<script>`, an event handler or an image whose address carries the conversation to another server. It then acts in the browser of the person who reads the page, with that person’s session.',
  fix: 'Let the framework escape the answer, which is its default. Where formatting is wanted, render Markdown without raw HTML, or clean the result with an allow-list (`nh3.clean`, `bleach.clean`).',
  references: [
    {
      title: 'OWASP Top 10 for LLM Applications: improper output handling',
      url: 'https://genai.owasp.org/llmrisk/llm052025-improper-output-handling/',
    },
    {
      title: 'Streamlit: st.markdown',
      url: 'https://docs.streamlit.io/develop/api-reference/text/st.markdown',
    },
    { title: 'MarkupSafe: escaping', url: 'https://markupsafe.palletsprojects.com/en/stable/escaping/' },
  ],
  examples: {
    bad: [
      {
        title: 'answer in a chat bubble of Streamlit',
        code: 'import streamlit as st\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages).choices[0].message.content\nst.markdown(f"<div class=\'bubble\'>{answer}</div>", unsafe_allow_html=True)\n',
      },
      {
        title: 'answer marked as safe',
        code: 'from markupsafe import Markup\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.responses.create(model="gpt-4o", input=question).output_text\nhtml = Markup(answer)\n',
      },
      {
        title: 'answer as a page of FastAPI',
        code: 'from fastapi import FastAPI\nfrom fastapi.responses import HTMLResponse\nimport ollama\n\napp = FastAPI()\n\n@app.get("/")\ndef page(q: str):\n    reply = ollama.generate("llama3", q)\n    return HTMLResponse(content="<p>" + reply["response"] + "</p>")\n',
      },
      {
        title: 'columns, placeholders and components of Streamlit',
        code: 'import streamlit as st\nimport streamlit.components.v1 as components\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.responses.create(model="gpt-4o", input=question).output_text\nleft, right = st.columns(2)\nleft.markdown(answer, unsafe_allow_html=True)\nst.empty().markdown(answer + "|", unsafe_allow_html=True)\ncomponents.html(answer, height=300)\nst.html(answer)\n',
        findings: 4,
      },
      {
        title: 'answer returned by a view of Flask',
        code: 'from flask import Flask\nimport google.generativeai as genai\n\napp = Flask(__name__)\nmodel = genai.GenerativeModel("gemini-1.5-pro")\n\n@app.route("/ask")\ndef ask():\n    answer = model.generate_content("Hello").text\n    return f"<h1>{answer}</h1>"\n',
      },
      {
        title: 'route of FastAPI that sends pages',
        code: 'from fastapi import FastAPI\nfrom fastapi.responses import HTMLResponse\nimport ollama\n\napp = FastAPI()\n\n@app.get("/", response_class=HTMLResponse)\nasync def page(q: str):\n    return ollama.generate("llama3", q)["response"]\n',
      },
      {
        title: 'response of Django',
        code: 'from django.http import HttpResponse\nfrom anthropic import Anthropic\n\nclient = Anthropic()\n\ndef page(request):\n    message = client.messages.create(model="claude", max_tokens=500, messages=messages)\n    return HttpResponse("<p>" + message.content[0].text + "</p>")\n',
      },
      {
        title: 'Gradio and notebooks',
        code: 'import gradio as gr\nfrom IPython.display import HTML\nfrom litellm import completion\n\nanswer = completion(model="gpt-4o", messages=messages).choices[0].message.content\ngr.HTML(answer)\nHTML(answer)\n',
        findings: 2,
      },
      ...JAVASCRIPT.bad,
    ],
    good: [
      {
        title: 'views that answer with data, a template or plain text',
        code: 'import html\nfrom flask import Flask, Response, jsonify, render_template\nfrom openai import OpenAI\n\napp = Flask(__name__)\nclient = OpenAI()\n\ndef ask():\n    return client.responses.create(model="gpt-4o", input="Hello").output_text\n\n@app.get("/a")\ndef a():\n    return jsonify(answer=ask())\n\n@app.get("/b")\ndef b():\n    return {"answer": ask()}\n\n@app.get("/c")\ndef c():\n    return render_template("page.html", answer=ask())\n\n@app.get("/d")\ndef d():\n    return html.escape(ask())\n\n@app.get("/e")\ndef e():\n    return Response(ask(), mimetype="text/plain")\n\n@app.get("/f")\ndef f():\n    return ask(), 200, {"Content-Type": "text/plain"}\n',
      },
      {
        title: 'route of FastAPI that answers with JSON',
        code: 'from fastapi import FastAPI\nimport ollama\n\napp = FastAPI()\n\n@app.get("/")\nasync def page(q: str):\n    return ollama.generate("llama3", q)["response"]\n',
      },
      {
        title: 'Markdown without raw HTML',
        code: 'import streamlit as st\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages).choices[0].message.content\nst.markdown(answer)\nst.write(answer)\n',
      },
      {
        title: 'fixed style sheet',
        code: 'import streamlit as st\nfrom openai import OpenAI\n\nst.markdown("<style>.bubble { color: gray }</style>", unsafe_allow_html=True)\nclient = OpenAI()\nst.write(client.responses.create(model="gpt-4o", input=question).output_text)\n',
        seen: 'many Streamlit chat applications',
      },
      {
        title: 'escaped or cleaned first',
        code: 'import html\nimport nh3\nimport streamlit as st\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.responses.create(model="gpt-4o", input=question).output_text\nst.markdown(f"<b>{html.escape(answer)}</b>", unsafe_allow_html=True)\nst.markdown(nh3.clean(answer), unsafe_allow_html=True)\n',
      },
      {
        title: 'token count in a page',
        code: 'import streamlit as st\nfrom openai import OpenAI\n\nclient = OpenAI()\nresponse = client.responses.create(model="gpt-4o", input=question)\nst.markdown(f"<small>{response.usage.total_tokens} tokens</small>", unsafe_allow_html=True)\n',
      },
      ...JAVASCRIPT.good,
    ],
  },
  needs: ['llm-call', 'tool-function'],
  triggers: () => UNNAMED_MODEL_WORDS,
  on: {
    api: {
      ...modelOutputListeners(TEXTS).api,
      'request-handler': (decorator, api, context) => {
        for (const page of returnedPages(decorator, api, context.model)) {
          reportModelOutput(page.expression, [page], RETURNED, context);
        }
      },
    },
    call: (call, context) => {
      const page = scriptPage(call, context.model);
      if (page) reportModelOutput(call, [page], TEXTS, context);
      const shown = unnamedMarkup(call, context);
      if (shown) reportModelOutput(call, [{ expression: shown, confidence: 'certain' }], TEXTS, context);
    },
  },
};

/** Only for an answer shown as it is: around it, HTML of the program's own would be shown as text. */
function plainTextFix(call: Call, { origin }: ModelOutput, { model }: RuleContext): readonly Fix[] {
  const found = call.argument({ keyword: 'unsafe_allow_html' });
  if (found.state !== 'given' || !origin.whole) return [];
  const edit = argumentRemoval(call, found.argument, model);
  return edit ? [{ title: 'Do not allow HTML here', safe: false, edits: [edit] }] : [];
}

/** What is shown by a part of a Streamlit page that cannot be named: a column, a container in a list. */
function unnamedMarkup(call: Call, { apis, model }: RuleContext): Expression | undefined {
  if (call.callee.kind !== 'attribute' || apis.ofCall(call).length > 0) return undefined;
  const allowed = call.argument({ keyword: 'unsafe_allow_html' });
  if (allowed.state !== 'given') return undefined;
  const value = model.evaluate(allowed.argument.value);
  const shown = call.argument({ keyword: 'body', position: 0 });
  return value.known && value.value === true && shown.state === 'given' ? shown.argument.value : undefined;
}

function escapeFix(call: Call, { origin }: ModelOutput, { model }: RuleContext): readonly Fix[] {
  if (!origin.whole || !call.names.includes('markupsafe.Markup')) return [];
  const edits = renameCallee(call, 'markupsafe.escape', undefined, model);
  return edits ? [{ title: 'Escape it (markupsafe.escape)', safe: false, edits }] : [];
}
