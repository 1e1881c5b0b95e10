import type { Call, Expression, StringExpression } from '../../source/expression';
import { EXPOSING_COMMANDS, NOTEBOOK_COMMANDS } from '../rule-support/exposure-commands';
import { containsRange } from '../../source/range';
import type { Rule, RuleContext } from '../rule';
import { textMatches } from '../rule-support/document-words';

const ADVICE =
  'Everybody who reaches the machine can then call it; bind to 127.0.0.1, or to the one address it is meant for.';

/** Every interface, with or without a port. */
const WIDE =
  /^(?:(?:tcp|http|https):\/\/)?(?:0\.0\.0\.0|\[::\]|tcp:\/\/\*)(?::\d*)?\/?$|^::$|^tcp:\/\/\*:\d*$/;
/** The same with the port put in at run time. */
const WIDE_START = /^(?:tcp:\/\/)?(?:0\.0\.0\.0|\[::\]|\*):$/;

/** Functions that ask about an address and open none. */
const QUESTION =
  /(?:^|\.)(?:replace|replaceAll|indexOf|lastIndexOf|includes|startsWith|endsWith|push|has|RegExp|isIP|startswith|endswith|split|strip|count|find|index|match|fullmatch|search|sub|compile|ip_address|ip_network|IPv4Address|IPv4Network|ip_interface|inet_aton|inet_pton|assertEqual|assertIn|append|add|remove|get|pop|print|debug|info|warning|error|join|frozenset|safeParse|test|isin|equals|eq|ne|in_)$/;
const SERVER =
  /^(?:\w*(?:HTTP|TCP|UDP|WSGI|XMLRPC|Unix|Asyncio)\w*Server|bind|create_server|start_server|listen|make_server)$/;
const HOST_NAME =
  /(?:^|_)(?:host|hostname|bind|bind_addr|bind_host|address|addr|interface|ip|listen|server_name|server_host|server_address|endpoint|default|listen_addr|host_ip|bind_all)$/i;

function checkString(literal: StringExpression, context: RuleContext): void {
  if (literal.isDocstring || literal.isBytes) return;
  const text = wideText(literal);
  if (text === undefined || !isUsed(literal, context)) return;
  report(literal, text, context);
}

function wideText({ value, parts }: StringExpression): string | undefined {
  if (value !== undefined) return WIDE.test(value) ? value : undefined;
  const [first] = parts;
  return first?.kind === 'text' && WIDE_START.test(first.value) ? first.value : undefined;
}

/** Whether the address is one to listen on: an argument, an element of a pair with a port, or a variable that says so. */
function isUsed(literal: StringExpression, context: RuleContext): boolean {
  const { model } = context;
  const { range, label } = literal;
  const statement = model.statementAt(range.start);
  if (!statement) return false;
  const before = model.textAt({ start: statement.start, end: range.start });
  const after = model.textAt({ start: range.end, end: statement.end });
  if (
    /(?:[=!]=|\bin|\bis|\bnot)\s*[([{]?\s*$|\bin\s*[([{][^\])}]*$/.test(before) ||
    /^\s*(?:[=!]=|in\b|not\s+in\b|:)/.test(after)
  )
    return false;
  if (label !== undefined && /^(?:remote|client|peer|source|src)_/i.test(label)) return false;
  if (isOfClient(range.start, model.textAt(statement), context) || isConnectedTo(label, context))
    return false;
  // What a test expects opens nothing.
  if (/^\s*assert\b|parametrize\($|^expected/.test(before)) return false;
  const around = innermost(model.callsIn(statement), literal);
  if (literal.value === '::' && !isPlaceOfHost(label, before, around)) return false;
  if (around) {
    if (QUESTION.test(nameOf(around)) && !isDefault(around, literal)) return false;
    if (
      around.arguments.some(
        ({ value }) => containsRange(value.range, literal.range) && isFreePort(value, context),
      )
    )
      return false;
    return !isExposure(around, context);
  }
  if (label !== undefined) return HOST_NAME.test(label);
  return /\(\s*$/.test(before) && /^\s*,\s*(?!0\s*\))[\w.]+\s*\)/.test(after);
}

/** `::` is a separator more often than an address. */
function isPlaceOfHost(label: string | undefined, before: string, around: Call | undefined): boolean {
  if (label !== undefined && HOST_NAME.test(label)) return true;
  return /(?:^|[^\w)\]])\(\s*$/.test(before) || (around !== undefined && SERVER.test(nameOf(around)));
}

/** An address to connect to: "every interface" then stands for this machine. */
function isOfClient(offset: number, statement: string, { model }: RuleContext): boolean {
  const around = model.functionAt(offset);
  return (
    /client|connection/i.test(around?.className ?? '') ||
    /\bconnect(?:s|ing|ion)? to\b|\bclient\b|\bconnect\(|^\s*(?:vllm|sglang|tgi|reward|inference|remote|judge)_\w*(?:host|address)\b/i.test(
      statement,
    )
  );
}

/** `url = f"http://{self.server_host}:{port}"` in a file that opens no service: the address of another one. */
function isConnectedTo(label: string | undefined, { model }: RuleContext): boolean {
  if (label === undefined || !/^\w+$/.test(label)) return false;
  const address = new RegExp(
    `url["']?\\s*[:=]\\s*f?["'\`]\\w+://\\$?\\{(?:self\\.|this\\.)?${label}\\b`,
    'i',
  );
  return (
    textMatches(address, model) &&
    !textMatches(/\.bind\(|\.listen\(|\bserve(?:_forever)?\(|\.run\(|\w+Server\(/, model)
  );
}

/** Port 0 asks the system for one that is free: a question, not a service. */
function isFreePort(tuple: Expression, { model }: RuleContext): boolean {
  const pair = model.dereference(tuple);
  const port = pair.kind === 'collection' ? pair.elements[1] : undefined;
  const value = port && model.evaluate(port);
  return value?.known === true && value.value === 0;
}

function innermost(calls: readonly Call[], { range }: StringExpression): Call | undefined {
  const around = calls.filter(({ argumentsRange }) => containsRange(argumentsRange, range));
  return around.sort((a, b) => b.range.start - a.range.start)[0];
}

/** `os.environ.get("HOST", "0.0.0.0")` */
function isDefault(call: Call, literal: StringExpression): boolean {
  const second = call.arguments[1];
  return nameOf(call) === 'get' && second !== undefined && containsRange(second.range, literal.range);
}

/** `service-exposed` says more about these. */
function isExposure(call: Call, { apis, model }: RuleContext): boolean {
  if (apis.ofKind('risky-call', call, model).some(({ topic }) => /^exposed-/.test(topic))) return true;
  if (nameOf(call) === 'launch') return true;
  const text = model.textAt(call.range).replace(/["'],\s*["']/g, ' ');
  return [...EXPOSING_COMMANDS, ...NOTEBOOK_COMMANDS].some(({ pattern }) => pattern.test(text));
}

function nameOf({ callee }: Call): string {
  return callee.kind === 'name' || callee.kind === 'attribute' ? callee.name : '';
}

/** `sock.bind(("", 8000))` */
function checkCall(call: Call, context: RuleContext): void {
  if (!SERVER.test(nameOf(call))) return;
  const { model } = context;
  for (const { value } of call.arguments.slice(0, 2)) {
    const pair = model.dereference(value);
    const [host, port] = pair.kind === 'collection' && pair.type === 'tuple' ? pair.elements : [];
    const address = host && model.evaluate(host);
    if (!port || isFreePort(value, context) || !address?.known || address.value !== '') continue;
    report(call, '""', context, nameOf(call));
    return;
  }
}

function report(at: StringExpression | Call, text: string, context: RuleContext, subject = text): void {
  context.report({
    at,
    subject,
    message: `${at.kind === 'string' ? `"${at.value === undefined ? text.replace(/:$/, '') : text}"` : 'An empty host'} opens the service on every network interface. ${ADVICE}`,
    ...(at.kind === 'string' && at.value === text && /^(?:0\.0\.0\.0|::)$/.test(text)
      ? {
          fixes: [
            {
              title: 'Bind to this machine only',
              safe: false,
              edits: [{ range: at.range, newText: text === '::' ? '"::1"' : '"127.0.0.1"' }],
            },
          ],
        }
      : {}),
  });
}

export const rule: Rule = {
  id: 'bind-all-interfaces',
  title: 'Service listens on every network interface',
  stages: ['model-serving', 'llm-deploy', 'continuous-deployment', 'experimentation'],
  risks: ['owasp-ml-2023:ML05', 'owasp-llm-2026:LLM06', 'owasp-llm-2025:LLM10'],
  cwe: ['CWE-1327'],
  atlas: ['AML.T0049', 'AML.T0040'],
  controls: ['C34'],
  severity: 'info',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['serving', 'exposure'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds `0.0.0.0`, `::` and an empty host where an address to listen on is given: to a server, in a pair with a port, as a default, in a variable named for it. Services that are known to have no password are reported by `service-exposed`.',
  why: 'On a laptop in a café, a machine in a cloud or a shared cluster, "every interface" includes those of strangers. In a container it is usual, and the published port decides; that is why this is information.',
  fix: 'Bind to `127.0.0.1` while you develop, and take the host from the configuration for other places. In a container, publish the port where it is needed: `-p 127.0.0.1:8000:8000`.',
  references: [
    {
      title: 'CWE-1327: Binding to an Unrestricted IP Address',
      url: 'https://cwe.mitre.org/data/definitions/1327.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'Flask',
        code: 'from flask import Flask\n\napp = Flask(__name__)\napp.run(host="0.0.0.0", port=8080)\n',
      },
      { title: 'uvicorn', code: 'import uvicorn\n\nuvicorn.run(app, host="0.0.0.0", port=8000)\n' },
      {
        title: 'a socket',
        code: 'import socket\n\nsock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)\nsock.bind(("0.0.0.0", 9000))\n',
      },
      {
        title: 'an empty host',
        code: 'import socket\nfrom http.server import HTTPServer\n\ns = socket.socket()\ns.bind(("", 9000))\nHTTPServer(("", 8000), Handler).serve_forever()\n',
        findings: 2,
      },
      { title: 'IPv6', code: 'import socket\n\ns = socket.socket(socket.AF_INET6)\ns.bind(("::", 9000))\n' },
      {
        title: 'gRPC',
        code: 'import grpc\n\nserver = grpc.server(pool)\nserver.add_insecure_port("[::]:50051")\nserver.add_insecure_port(f"0.0.0.0:{port}")\n',
        findings: 2,
      },
      { title: 'a variable', code: 'HOST = "0.0.0.0"\n' },
      {
        title: 'a default',
        code: 'import argparse\nimport os\n\nparser = argparse.ArgumentParser()\nparser.add_argument("--host", default="0.0.0.0")\nhost = os.environ.get("HOST", "0.0.0.0")\n\ndef serve(host="0.0.0.0", port=80):\n    pass\n',
        findings: 3,
      },
      {
        title: 'a setting',
        code: 'from pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    host: str = "0.0.0.0"\n\nCONFIG = {"host": "0.0.0.0", "port": 80}\n',
        findings: 2,
      },
      {
        title: 'messages',
        code: 'import zmq\n\nsocket = zmq.Context().socket(zmq.REP)\nsocket.bind("tcp://*:5555")\nsocket.bind("tcp://0.0.0.0:5556")\n',
        findings: 2,
      },
      {
        title: 'arguments of a command',
        code: 'import subprocess\n\nsubprocess.run(["gunicorn", "--bind", "0.0.0.0:8000", "app:app"])\n',
      },
    ],
    good: [
      {
        title: 'an address to connect to',
        code: 'from dataclasses import dataclass, field\n\n@dataclass\nclass Config:\n    server_host: str = field(default="0.0.0.0", metadata={"help": "Host of the server to connect to."})\n\nclass InferenceClient:\n    def __init__(self, host="0.0.0.0", port=8000):\n        self.url = f"http://{host}:{port}"\n',
        seen: 'huggingface/trl, trl/generation/vllm_client.py',
      },
      {
        title: 'the parameter of something that asks the server',
        code: 'class Generation:\n    def __init__(self, server_host: str = "0.0.0.0", server_port: int = 8000):\n        self.server_host = server_host\n        self.server_port = server_port\n\n    def connect(self):\n        base_url = f"http://{self.server_host}:{self.server_port}"\n        self.vllm = VLLM(base_url=base_url)\n',
        seen: 'huggingface/trl, trl/generation/vllm_generation.py',
      },
      {
        title: 'who asks is not known',
        code: 'class Context:\n    def __init__(self, address):\n        self.remote_ip = "0.0.0.0"\n        remote_host = "0.0.0.0"\n',
        seen: 'tornado, httpserver.py',
      },
      {
        title: 'what a test expects',
        code: 'def test_address():\n    assert parse("tcp://0.0.0.0:456") == "tcp://0.0.0.0:456"\n    expected_listen = f"tcp://0.0.0.0:{port}"\n',
        seen: 'dask/distributed, comm/tests/test_comms.py',
      },
      {
        title: 'a separator',
        code: 'name = inp.name().rsplit("::", 1)[-1]\ntable = parser.read_csv(path, sep="::")\npath = type(self)("::".join([main, *rest]))\nfig = dot_plot(points, split_names="::")\n',
        seen: 'torch, _tensor_str.py; pandas, test_python_parser_only.py; datasets, utils/file_utils.py; statsmodels, test_dotplot.py',
      },
      {
        title: 'a free port is looked for',
        code: 'import socket\n\nwith socket.socket() as s:\n    s.bind(("", 0))\n    port = s.getsockname()[1]\n    s.bind(("0.0.0.0", 0))\n',
        seen: 'huggingface/trl, trl/trainer/utils.py',
      },
      {
        title: 'this machine',
        code: 'import uvicorn\nimport socket\n\nuvicorn.run(app, host="127.0.0.1")\nsock = socket.socket()\nsock.bind(("localhost", 0))\nsock.bind(("127.0.0.1", 9000))\n',
      },
      {
        title: 'a question about an address',
        code: 'if host == "0.0.0.0":\n    host = "localhost"\nif host in ("0.0.0.0", "::"):\n    pass\nshown = host.replace("0.0.0.0", "localhost")\nopen_all = "0.0.0.0" == host\n',
      },
      {
        title: 'a list of addresses that are refused',
        code: 'BLOCKED = {"0.0.0.0", "169.254.169.254", "localhost"}\nurl_blocklist = ["127.0.0.1", "0.0.0.0"]\nLOCAL = frozenset({"localhost", "0.0.0.0", "::1"})\n',
        seen: 'langchain-ai/langsmith-sdk, python/langsmith/utils.py (LOCAL)',
      },
      { title: 'a version', code: 'version = "0.0.0.0"\nNAMES = {"0.0.0.0": "any"}\n' },
      { title: 'empty texts', code: 'parts = ("", 1)\nsock.connect(("", 80))\n' },
      { title: 'a slice in a text', code: 'pattern = "::"\nparts = name.split("::")\n' },
    ],
  },
  triggers: () => [
    ...['0.0.0.0', '"::"', "'::'", '[::]', 'tcp://*'],
    ...['("",', "('',"].flatMap((host) => ['bind', 'erver', 'listen'].map((start) => [host, start])),
  ],
  on: { string: checkString, call: checkCall },
};
