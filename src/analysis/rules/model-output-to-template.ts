import type { Rule } from '../rule';
import { JAVASCRIPT } from '../rule-examples/javascript/model-output-to-template';
import { modelOutputListeners } from '../rule-support/model-output-rule';
import { UNNAMED_MODEL_WORDS } from '../rule-support/unnamed-model-call';

export const rule: Rule = {
  id: 'model-output-to-template',
  title: 'Model output compiled as a template',
  stages: ['llm-develop-experiment', 'llm-operate', 'model-serving'],
  risks: ['owasp-llm-2026:LLM10', 'owasp-llm-2025:LLM05', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-1336', 'CWE-1426'],
  atlas: ['AML.T0050'],
  controls: ['C36'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'model-output', 'web'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds answers of language models that become the source of a template (Jinja2, Mako, Django, `render_template_string`). An answer that is passed to a fixed template as a value is not reported.',
  why: 'A template language is a programming language: expressions such as `{{ … }}` in the answer are evaluated on the server, and from there Python objects and commands are within reach.',
  fix: 'Keep the template fixed and give the answer to it as a value: `render_template("page.html", answer=text)`. Where templates must be generated, render them with `jinja2.sandbox.SandboxedEnvironment` in a process of their own.',
  references: [
    { title: 'Jinja: sandbox', url: 'https://jinja.palletsprojects.com/en/stable/sandbox/' },
    {
      title: 'Flask: render_template_string',
      url: 'https://flask.palletsprojects.com/en/stable/api/#flask.render_template_string',
    },
    { title: 'CWE-1336: template engine', url: 'https://cwe.mitre.org/data/definitions/1336.html' },
  ],
  examples: {
    bad: [
      {
        title: 'answer as a Jinja template',
        code: 'from jinja2 import Template\nfrom openai import OpenAI\n\nclient = OpenAI()\nletter = client.responses.create(model="gpt-4o", input=task).output_text\nprint(Template(letter).render(name=name))\n',
      },
      {
        title: 'answer inside the source of a page',
        code: 'from flask import Flask, render_template_string\nimport anthropic\n\napp = Flask(__name__)\nclient = anthropic.Anthropic()\n\n@app.get("/")\ndef page():\n    message = client.messages.create(model="claude", max_tokens=500, messages=messages)\n    return render_template_string("<main>" + message.content[0].text + "</main>")\n',
      },
      ...JAVASCRIPT.bad,
    ],
    good: [
      {
        title: 'answer as a value',
        code: 'from flask import Flask, render_template_string\nfrom openai import OpenAI\n\napp = Flask(__name__)\nclient = OpenAI()\n\n@app.get("/")\ndef page():\n    answer = client.responses.create(model="gpt-4o", input="Say hello").output_text\n    return render_template_string("<main>{{ answer }}</main>", answer=answer)\n',
      },
      {
        title: 'template that makes a prompt',
        code: 'from jinja2 import Template\nfrom openai import OpenAI\n\nclient = OpenAI()\nprompt = Template("Summarise: {{ text }}").render(text=text)\nanswer = client.responses.create(model="gpt-4o", input=prompt).output_text\n',
      },
      {
        title: 'sandboxed environment',
        code: 'from jinja2.sandbox import SandboxedEnvironment\nfrom openai import OpenAI\n\nclient = OpenAI()\nletter = client.responses.create(model="gpt-4o", input=task).output_text\nprint(SandboxedEnvironment().from_string(letter).render(name=name))\n',
      },
      ...JAVASCRIPT.good,
    ],
  },
  needs: ['llm-call', 'tool-function'],
  triggers: () => UNNAMED_MODEL_WORDS,
  on: modelOutputListeners({
    sink: 'template',
    does: (text) => `compiles ${text} as a template`,
    advice:
      'Expressions in the answer are then evaluated on the server; keep the template fixed and pass the answer to it as a value.',
  }),
};
