import type { Assignment, Call } from '../../source/expression';
import { textIncludes } from '../rule-support/document-words';
import { riskyCallListeners } from '../rule-support/risky-call';
import { isTrue } from '../rule-support/written-value';
import type { Rule, RuleContext } from '../rule';

const CONSOLE =
  'An error page then lets visitors run code in the process, with the models and keys it holds; take the mode from the environment and leave it off when serving.';
const PAGES =
  'Visitors then see stack traces with paths, settings and variables; take the mode from the environment and leave it off when serving.';

const consoles = riskyCallListeners({
  topics: ['debug-server'],
  does: 'starts the web application with its debugger',
  advice: CONSOLE,
});
const pages = riskyCallListeners({
  topics: ['debug-pages', 'debug-toolbar'],
  does: 'shows the insides of the application on error pages',
  advice: PAGES,
  weigh: (_, { call }) => (call.startsWith('django') ? {} : { confidence: 'probable' }),
});

/** An application that was made in another file. */
function checkCall(call: Call, context: RuleContext): void {
  const { model } = context;
  const { callee } = call;
  if (callee.kind !== 'attribute' || !/^(?:run|run_server)$/.test(callee.name)) return;
  const isFromElsewhere = call.names.every(
    (name) =>
      name.startsWith('<local>.') || /^\.|\.(?:app|application|create_app\(\)|server)\.run/.test(name),
  );
  const receiver =
    callee.object.kind === 'name' || callee.object.kind === 'attribute' ? callee.object.name : '';
  if (!isFromElsewhere || !/(?:^|_)(?:app|application|server|api|web|socketio)$/i.test(receiver)) return;
  const debug = call.argument({ keyword: 'debug' });
  if (debug.state !== 'given' || !isTrue(debug.argument.value, model)) return;
  context.report({
    at: call,
    subject: receiver,
    message: `\`${model.textAt(callee.range)}\` starts the web application with its debugger. ${CONSOLE}`,
  });
}

/** `DEBUG = True` in the settings of a Django project. */
function checkSetting({ target, value, range }: Assignment, context: RuleContext): void {
  const { model } = context;
  if (target.kind !== 'name' || !/^(?:DEBUG|TEMPLATE_DEBUG)$/.test(target.name) || !isTrue(value, model))
    return;
  if (
    model.functionAt(range.start) ||
    !isDjangoSettings(context) ||
    /^\s/.test(lineStart(range.start, context))
  )
    return;
  context.report({
    at: range,
    subject: target.name,
    message: `\`${target.name} = True\` shows the insides of the Django application on error pages. ${PAGES}`,
  });
}

function lineStart(offset: number, { model }: RuleContext): string {
  return model.textAt({ start: Math.max(0, offset - 1), end: offset }).replace('\n', '');
}

function isDjangoSettings(context: RuleContext): boolean {
  if (/(?:^|[/_-])(?:dev|development|local|tests?|testing|debug|ci)\w*\.py$/i.test(context.path))
    return false;
  return (
    /(?:^|\/)settings(?:\/|[^/]*\.py$)/i.test(context.path) ||
    textIncludes(['INSTALLED_APPS', 'ROOT_URLCONF', 'django.conf', 'from_object(__name__)'], context.model)
  );
}

export const rule: Rule = {
  id: 'debug-server',
  title: 'Web application runs with its debugger',
  stages: ['model-serving', 'llm-deploy', 'continuous-deployment', 'llm-operate'],
  risks: ['owasp-ml-2023:ML05', 'owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02'],
  cwe: ['CWE-489', 'CWE-94', 'CWE-200'],
  atlas: ['AML.T0049'],
  controls: ['C34', 'C29'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['serving', 'web'],
  languages: ['python'],
  what: 'Finds Flask, Quart, Dash, Bottle, Connexion, Flask-SocketIO and Werkzeug started with `debug=True` or `use_debugger=True`, and `DEBUG = True` in Django settings. FastAPI, Starlette, Tornado, Sanic and Litestar, whose pages show stack traces but no console, are reported as information.',
  why: 'The debugger of Werkzeug puts a Python console on the error page. Its PIN can be computed by whoever can read a few files, and then visitors run code beside the model. Without a console, the page still shows paths, settings and local variables, keys among them.',
  fix: 'Leave `debug` out and choose it at start: `flask --debug run` on your machine. Serve with gunicorn, uvicorn or waitress, which know no debugger. In Django, read `DEBUG` from the environment with False as default.',
  references: [
    { title: 'Flask: debugging', url: 'https://flask.palletsprojects.com/en/stable/debugging/' },
    {
      title: 'Werkzeug: debugger, security',
      url: 'https://werkzeug.palletsprojects.com/en/stable/debug/#debugger-pin',
    },
    { title: 'CWE-489: Active Debug Code', url: 'https://cwe.mitre.org/data/definitions/489.html' },
  ],
  examples: {
    bad: [
      {
        title: 'Flask',
        code: 'from flask import Flask\n\napp = Flask(__name__)\n\nif __name__ == "__main__":\n    app.run(host="127.0.0.1", debug=True)\n',
      },
      {
        title: 'by position',
        code: 'import flask\n\napp = flask.Flask(__name__)\napp.run("127.0.0.1", 5000, True)\n',
      },
      {
        title: 'through a constant and a factory',
        code: 'from flask import Flask\n\nDEBUG = True\n\ndef create_app():\n    app = Flask(__name__)\n    return app\n\ncreate_app().run(debug=DEBUG)\n',
      },
      {
        title: 'an application from another file',
        code: 'from service.web import app\n\napp.run(port=8080, debug=True)\n',
      },
      {
        title: 'settings of the application',
        code: 'from flask import Flask\n\napp = Flask(__name__)\napp.debug = True\napp.config["DEBUG"] = True\napp.config.update(DEBUG=True)\n',
        findings: 3,
      },
      { title: 'Dash', code: 'import dash\n\napp = dash.Dash(__name__)\napp.run_server(debug=True)\n' },
      {
        title: 'Bottle',
        code: 'from bottle import run, debug\n\ndebug(True)\nrun(host="localhost", port=8080)\n',
      },
      {
        title: 'Werkzeug',
        code: 'from werkzeug.serving import run_simple\n\nrun_simple("localhost", 4000, application, use_reloader=True, use_debugger=True)\n',
      },
      {
        title: 'Flask-SocketIO',
        code: 'from flask_socketio import SocketIO\n\nsocketio = SocketIO(app)\nsocketio.run(app, debug=True)\n',
      },
      {
        title: 'FastAPI (information)',
        code: 'from fastapi import FastAPI\n\napp = FastAPI(title="Embeddings", debug=True)\n',
      },
      { title: 'Django', code: 'from django.conf import settings\n\nsettings.configure(DEBUG=True)\n' },
      {
        title: 'settings of a Django project',
        code: 'import os\n\nDEBUG = True\nINSTALLED_APPS = ["django.contrib.admin"]\n',
      },
    ],
    good: [
      {
        title: 'off',
        code: 'from flask import Flask\n\napp = Flask(__name__)\napp.run(host="127.0.0.1", debug=False)\napp.debug = False\n',
      },
      { title: 'the default', code: 'from flask import Flask\n\napp = Flask(__name__)\napp.run()\n' },
      {
        title: 'from the environment',
        code: 'import os\nfrom flask import Flask\n\napp = Flask(__name__)\napp.run(debug=os.environ.get("FLASK_DEBUG") == "1")\nDEBUG = os.environ.get("DEBUG") == "1"\n',
      },
      {
        title: 'something else that runs',
        code: 'import asyncio\n\nasyncio.run(main(), debug=True)\ntrainer.run(debug=True)\n',
      },
      {
        title: 'a constant of a program',
        code: 'DEBUG = True\n\ndef log(text):\n    if DEBUG:\n        print(text)\n',
      },
      { title: 'Django, off', code: 'DEBUG = False\nINSTALLED_APPS = ["django.contrib.admin"]\n' },
    ],
  },
  needs: ['risky-call:debug-server', 'risky-call:debug-pages', 'risky-call:debug-toolbar'],
  triggers: () => ['debug=True', 'DEBUG = True', 'debug = True', 'DEBUG=True'],
  on: {
    api: {
      'risky-call': (call, api, context) => {
        consoles.api?.['risky-call']?.(call, api, context);
        pages.api?.['risky-call']?.(call, api, context);
      },
    },
    call: checkCall,
    assignment: checkSetting,
  },
};
