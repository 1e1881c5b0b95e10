import type { ApiOf } from '../../catalog/schema/api';
import type { Assignment, Call, StringExpression } from '../../source/expression';
import { containsRange } from '../../source/range';
import { textMatches } from '../rule-support/document-words';
import { riskyCallListeners, type RiskyCallWeight } from '../rule-support/risky-call';
import { isTrue } from '../rule-support/written-value';
import { saferValueFixes } from '../rule-support/safer-value-fixes';
import type { SourceModel } from '../../source/model';
import type { Fix } from '../finding';
import type { Rule, RuleContext } from '../rule';

const ADVICE =
  'A page that a user visits can then call the service in the user’s place; list the origins that need it.';
const CREDENTIALS = ['allow_credentials', 'supports_credentials', 'credentials'];

/** With cookies and logins it is certain harm; without, a public service may mean it so. */
function weigh(call: Call, _: ApiOf<'risky-call'>, { model }: RuleContext): RiskyCallWeight {
  const sends = CREDENTIALS.some((keyword) => {
    const found = call.argument({ keyword });
    return found.state === 'given' && isTrue(found.argument.value, model);
  });
  return sends ? {} : { severity: 'info' };
}

const LABEL =
  /^(?:origins?|allow_origins?|allowed_origins?|cors_origins?|cors_allow_origins|cors_allowed_origins|backend_cors_origins|access-control-allow-origin)$/i;
const HEADER = /access-control-allow-origin/i;

/** `"*"` as an origin or a header, where no call that is known takes it. */
function checkString(literal: StringExpression, context: RuleContext): void {
  if (literal.value !== '*') return;
  const { model } = context;
  const statement = model.statementAt(literal.range.start);
  if (!statement || isKnownCall(literal, statement, context)) return;
  const before = model.textAt({ start: statement.start, end: literal.range.start });
  const isNamed =
    (literal.label !== undefined && LABEL.test(literal.label)) ||
    /(?:access-control-allow-origin["']\s*(?:\]\s*=|,|:)\s*|\b(?:allow_origins|allowed_origins|cors_origins|cors_allowed_origins|origins)["']?\s*(?::[^=]*)?[=:]\s*\[\s*)$/i.test(
      before,
    );
  // The call that takes a variable with origins is what is reported.
  if (!isNamed || (isVariable(before) && textMatches(/CORSMiddleware|\bCORS\(|cors_allowed_origins=/, model)))
    return;
  const isHeader = HEADER.test(before.slice(-60)) || HEADER.test(literal.label ?? '');
  context.report({
    at: literal,
    subject: isHeader ? 'Access-Control-Allow-Origin' : 'origins',
    message: `Pages of every origin may read the answers of this service. ${ADVICE}`,
    fixes: originFixes(literal, model),
    severity: 'info',
  });
}

/** Lets in one origin, which is still to be named: until then none gets in. */
function originFixes({ range }: StringExpression, model: SourceModel): readonly Fix[] {
  const quote = model.textAt(range).startsWith("'") ? "'" : '"';
  const newText = `${quote}https://REPLACE_WITH_ORIGIN${quote}`;
  return [{ title: 'Allow one origin…', safe: false, edits: [{ range, newText }] }];
}

function isVariable(before: string): boolean {
  return /^\s*\w+\s*(?::[^=]*)?=\s*[[(]?\s*$/.test(before);
}

function isKnownCall(
  literal: StringExpression,
  statement: { start: number; end: number },
  { apis, model }: RuleContext,
): boolean {
  return model
    .callsIn(statement)
    .some(
      (call) =>
        containsRange(call.range, literal.range) &&
        apis
          .ofKind('risky-call', call, model)
          .some(
            ({ topic, unsafeWhen }) =>
              topic === 'cors-any-origin' &&
              unsafeWhen?.some(({ keyword }) => keyword !== undefined && takes(call, keyword, literal)),
          ),
    );
}

function takes(call: Call, keyword: string, { range }: StringExpression): boolean {
  const found = call.argument({ keyword });
  return found.state === 'given' && containsRange(found.argument.range, range);
}

/** Settings of django-cors-headers. */
function checkSetting({ target, value, range }: Assignment, context: RuleContext): void {
  const { model } = context;
  if (target.kind !== 'name' || !/^CORS_(?:ALLOW_ALL_ORIGINS|ORIGIN_ALLOW_ALL)$/.test(target.name)) return;
  if (!isTrue(value, model)) return;
  context.report({
    at: range,
    subject: target.name,
    message: `\`${target.name} = True\` lets pages of every origin read the answers of this service. ${ADVICE}`,
    fixes: saferValueFixes(value, model),
    ...(textMatches(/^CORS_ALLOW_CREDENTIALS\s*=\s*True/m, model) ? {} : { severity: 'info' }),
  });
}

export const rule: Rule = {
  id: 'cors-any-origin',
  title: 'Every web page may call the service',
  stages: ['model-serving', 'llm-deploy', 'llm-operate'],
  risks: ['owasp-ml-2023:ML05', 'owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02'],
  cwe: ['CWE-942'],
  atlas: ['AML.T0049'],
  controls: ['C34'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['serving', 'web'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds servers that allow every origin (`*`): FastAPI, Starlette, Flask-CORS, Sanic, aiohttp, Quart, Socket.IO, Falcon, Litestar, django-cors-headers, and the header itself. A warning where cookies and logins are sent along, information otherwise.',
  why: 'A browser keeps pages of other origins from reading a service’s answers; the star takes that away. With credentials allowed, any page that a logged-in user opens can use the model and read the user’s data. A service on localhost is reached that way too.',
  fix: 'List the origins that need it: `allow_origins=["https://app.example.com"]`. Leave credentials off where no cookie is needed.',
  references: [
    { title: 'FastAPI: CORS', url: 'https://fastapi.tiangolo.com/tutorial/cors/' },
    {
      title: 'MDN: Cross-Origin Resource Sharing',
      url: 'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS',
    },
    { title: 'CWE-942', url: 'https://cwe.mitre.org/data/definitions/942.html' },
  ],
  examples: {
    bad: [
      {
        title: 'FastAPI with credentials',
        code: 'from fastapi import FastAPI\nfrom fastapi.middleware.cors import CORSMiddleware\n\napp = FastAPI()\napp.add_middleware(\n    CORSMiddleware,\n    allow_origins=["*"],\n    allow_credentials=True,\n    allow_methods=["*"],\n)\n',
      },
      {
        title: 'origins in a variable',
        code: 'from fastapi import FastAPI\nfrom fastapi.middleware.cors import CORSMiddleware\n\nORIGINS = ["*", "http://localhost:3000"]\napp = FastAPI()\napp.add_middleware(CORSMiddleware, allow_origins=ORIGINS)\n',
      },
      {
        title: 'Starlette',
        code: 'from starlette.applications import Starlette\nfrom starlette.middleware import Middleware\nfrom starlette.middleware.cors import CORSMiddleware\n\napp = Starlette(middleware=[Middleware(CORSMiddleware, allow_origins=["*"])])\n',
      },
      {
        title: 'Flask',
        code: 'from flask import Flask\nfrom flask_cors import CORS\n\napp = Flask(__name__)\nCORS(app, supports_credentials=True, origins="*")\n',
      },
      {
        title: 'Flask, the default (information)',
        code: 'from flask import Flask\nfrom flask_cors import CORS\n\napp = Flask(__name__)\nCORS(app)\n',
      },
      {
        title: 'Flask, by resource (information)',
        code: 'from flask_cors import CORS\n\nCORS(app, resources={r"/api/*": {"origins": "*"}})\n',
      },
      {
        title: 'Socket.IO',
        code: 'import socketio\n\nsio = socketio.AsyncServer(async_mode="asgi", cors_allowed_origins="*")\n',
      },
      {
        title: 'the header (information)',
        code: 'def answer(response):\n    response.headers["Access-Control-Allow-Origin"] = "*"\n    return response\n',
      },
      {
        title: 'the header in a dictionary (information)',
        code: 'HEADERS = {"Content-Type": "application/json", "Access-Control-Allow-Origin": "*"}\n',
      },
      {
        title: 'the header of a handler (information)',
        code: 'from http.server import BaseHTTPRequestHandler\n\nclass Handler(BaseHTTPRequestHandler):\n    def do_GET(self):\n        self.send_header("Access-Control-Allow-Origin", "*")\n',
      },
      { title: 'Django', code: 'CORS_ALLOW_ALL_ORIGINS = True\nCORS_ALLOW_CREDENTIALS = True\n' },
    ],
    good: [
      {
        title: 'listed origins',
        code: 'from fastapi import FastAPI\nfrom fastapi.middleware.cors import CORSMiddleware\n\napp = FastAPI()\napp.add_middleware(CORSMiddleware, allow_origins=["https://app.acme.io"], allow_credentials=True, allow_methods=["*"], allow_headers=["*"])\n',
      },
      {
        title: 'Flask with its origins',
        code: 'from flask_cors import CORS\n\nCORS(app, origins=["https://app.acme.io"])\nCORS(app, resources={r"/api/*": {"origins": "https://app.acme.io"}})\n',
      },
      {
        title: 'a star elsewhere',
        code: 'product = a * b\npattern = "*"\nresponse.headers["Vary"] = "*"\nALLOWED = ["*"]\n',
      },
      {
        title: 'Django with a list',
        code: 'CORS_ALLOW_ALL_ORIGINS = False\nCORS_ALLOWED_ORIGINS = ["https://app.acme.io"]\nCORS_ALLOW_CREDENTIALS = True\n',
      },
      {
        title: 'origins from the environment',
        code: 'import os\nfrom fastapi import FastAPI\nfrom fastapi.middleware.cors import CORSMiddleware\n\napp = FastAPI()\napp.add_middleware(CORSMiddleware, allow_origins=os.environ["ORIGINS"].split(","))\n',
      },
    ],
  },
  needs: ['risky-call:cors-any-origin'],
  triggers: () => ['llow_origin', 'llow-Origin', 'llow-origin', 'CORS_', 'origins', 'cross_origin', 'CORS('],
  on: {
    ...riskyCallListeners({
      topics: ['cors-any-origin'],
      does: 'lets pages of every origin read the answers of this service',
      advice: ADVICE,
      weigh,
    }),
    string: checkString,
    assignment: checkSetting,
  },
};
