import { against, no, yes, type DetectorCase } from './detector-case';

const HEX = 'a'.repeat(64);

/** What programs, images, clusters and the inventory show. */
export const CODE_CASES: readonly DetectorCase[] = [
  yes('EV-DATAVALID', 'pandera', { 'v.py': 'import pandera as pa\nschema = pa.DataFrameSchema({})\n' }),
  no('EV-DATAVALID', 'imported only', { 'v.py': 'import pandera as pa\n' }),
  yes('EV-PIISCAN', 'Presidio', {
    'p.py': 'from presidio_analyzer import AnalyzerEngine\nengine = AnalyzerEngine()\n',
  }),
  no('EV-PIISCAN', 'in a comment', { 'p.py': '# from presidio_analyzer import AnalyzerEngine\nx = 1\n' }),
  yes('EV-MODEL-PIN', 'a commit', {
    'm.py': `from transformers import AutoModel\nAutoModel.from_pretrained("acme/encoder", revision="${'a'.repeat(40)}")\n`,
  }),
  against('EV-MODEL-PIN', 'a branch', {
    'm.py':
      'from transformers import AutoModel\nAutoModel.from_pretrained("acme/encoder", revision="main")\n',
  }),
  no('EV-MODEL-PIN', 'an example', {
    'examples/m.py': `from transformers import AutoModel\nAutoModel.from_pretrained("acme/encoder", revision="${'a'.repeat(40)}")\n`,
  }),
  yes('EV-HOSTED-MODEL-PIN', 'a date', {
    'h.py':
      'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o-2024-08-06", messages=[])\n',
  }),
  against('EV-HOSTED-MODEL-PIN', 'an alias', {
    'h.py': 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n',
  }),
  yes('NEG-MOVING-ALIAS', 'an alias', {
    'h.py': 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])\n',
  }),
  no('NEG-MOVING-ALIAS', 'a date', {
    'h.py':
      'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o-2024-08-06", messages=[])\n',
  }),
  yes('EV-MCP-PIN', 'a version', {
    '.mcp.json': '{"mcpServers":{"a":{"command":"npx","args":["-y","@acme/mcp@1.2.3"]}}}',
  }),
  against('EV-MCP-PIN', 'none', {
    '.mcp.json': '{"mcpServers":{"a":{"command":"npx","args":["-y","@acme/mcp"]}}}',
  }),
  no('EV-MCP-PIN', 'no server', { '.mcp.json': '{"mcpServers":{}}' }),
  yes('EV-SAFEFORMAT', 'weights only', { 'l.py': 'import torch\ntorch.load("a", weights_only=True)\n' }),
  no('EV-SAFEFORMAT', 'not weights only', { 'l.py': 'import torch\ntorch.load("a", weights_only=False)\n' }),
  yes('EV-HASHCHECK', 'a hash in code', {
    'd.py': `import hashlib, urllib.request\nurllib.request.urlretrieve("https://x/a", "a")\nassert hashlib.sha256(open("a","rb").read()).hexdigest() == "${HEX}"\n`,
  }),
  yes('EV-REPRO', 'a seed', { 't.py': 'import torch\ntorch.manual_seed(0)\n' }),
  no('EV-REPRO', 'a seed in tests', { 'tests/test_t.py': 'import torch\ntorch.manual_seed(0)\n' }),
  yes('EV-ROBUST', 'ART', {
    'a.py': 'from art.attacks.evasion import FastGradientMethod\nFastGradientMethod(estimator=e)\n',
  }),
  no('EV-ROBUST', 'another art', { 'a.py': 'import art\nart.text2art("hi")\n' }),
  yes('EV-DOCKERFILE', 'one', { Dockerfile: 'FROM python:3.12\n' }),
  no('EV-DOCKERFILE', 'an empty one', { Dockerfile: '# FROM python:3.12\n' }),
  yes('EV-DOCKER-DIGEST', 'a digest', { Dockerfile: `FROM python:3.12@sha256:${HEX}\n` }),
  against('EV-DOCKER-DIGEST', 'one without', {
    Dockerfile: `FROM python:3.12@sha256:${HEX} AS build\nFROM python:3.12\n`,
  }),
  no('EV-DOCKER-DIGEST', 'a name that is put together', { Dockerfile: 'ARG BASE\nFROM $BASE\n' }),
  yes('EV-NONROOT', 'a user', { Dockerfile: 'FROM python:3.12\nUSER app\n' }),
  yes('EV-NONROOT', 'in the cluster', {
    'k8s/d.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n  template:\n    spec:\n      securityContext: { runAsNonRoot: true }\n      containers: [{ name: a, image: acme/a }]\n',
  }),
  no('EV-NONROOT', 'root', { Dockerfile: 'FROM python:3.12\nUSER root\n' }),
  no('EV-NONROOT', 'another stage', {
    Dockerfile: 'FROM python:3.12 AS build\nUSER app\nFROM python:3.12\n',
  }),
  yes('EV-DEPLOY', 'a model service', {
    'k8s/i.yaml':
      'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: a }\nspec: { predictor: {} }\n',
  }),
  no('EV-DEPLOY', 'a setting', {
    'k8s/c.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: {}\n',
  }),
  yes('EV-APIAUTH', 'of FastAPI', {
    'a.py': 'from fastapi.security import HTTPBearer\nbearer = HTTPBearer()\n',
  }),
  no('EV-APIAUTH', 'in tests', {
    'tests/test_a.py': 'from fastapi.security import HTTPBearer\nbearer = HTTPBearer()\n',
  }),
  yes('EV-RATELIMIT', 'slowapi', { 'a.py': 'from slowapi import Limiter\nlimiter = Limiter(key_func=f)\n' }),
  no('EV-RATELIMIT', 'unused', { 'a.py': 'from slowapi import Limiter\n' }),
  yes('EV-IOVALID', 'a declared shape', {
    'a.py':
      'from fastapi import FastAPI\nfrom pydantic import BaseModel\napp = FastAPI()\nclass Ask(BaseModel):\n    text: str\n@app.post("/ask")\ndef ask(body: Ask): return 1\n',
  }),
  no('EV-IOVALID', 'no shape', {
    'a.py':
      'from fastapi import FastAPI\napp = FastAPI()\n@app.post("/ask")\ndef ask(body: dict): return 1\n',
  }),
  yes('EV-ROLLBACK', 'a rollout', {
    'k8s/r.yaml':
      'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: a }\nspec: { strategy: { canary: {} } }\n',
  }),
  no('EV-ROLLBACK', 'a deployment', {
    'k8s/r.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: {}\n',
  }),
  yes('EV-LOGGING', 'OpenTelemetry', {
    'a.py': 'from opentelemetry import trace\ntracer = trace.get_tracer("a")\n',
  }),
  no('EV-LOGGING', 'imported only', { 'a.py': 'from opentelemetry import trace\n' }),
  yes('EV-DRIFT', 'Evidently', { 'a.py': 'from evidently.report import Report\nReport(metrics=[]).run()\n' }),
  no('EV-DRIFT', 'imported only', { 'a.py': 'import evidently\n' }),
  yes('EV-ALERTS', 'rules of Prometheus', {
    'alerts.yml': 'groups:\n  - name: a\n    rules:\n      - alert: Drift\n        expr: drift > 0.2\n',
  }),
  no('EV-ALERTS', 'recordings alone', {
    'alerts.yml':
      'groups:\n  - name: a\n    rules:\n      - record: drift\n        expr: a\n        # alert:\n',
  }),
  yes('EV-CT-GATE', 'a condition', {
    'p.py':
      'from sagemaker.workflow.condition_step import ConditionStep\nConditionStep(name="ok", conditions=[c])\n',
  }),
  no('EV-CT-GATE', 'imported only', {
    'p.py': 'from sagemaker.workflow.condition_step import ConditionStep\n',
  }),
  yes('EV-FEEDBACK-AUTH', 'a login', {
    'a.py':
      'from fastapi import FastAPI, Depends\napp = FastAPI()\n@app.post("/feedback")\ndef take(body: dict, user=Depends(current_user)): return 1\n',
  }),
  no('EV-FEEDBACK-AUTH', 'none', {
    'a.py':
      'from fastapi import FastAPI, Depends\napp = FastAPI()\n@app.post("/feedback")\ndef take(body: dict, db=Depends(session)): return 1\n',
  }),
  yes('EV-GUARDRAIL', 'moderation', {
    'a.py': 'from openai import OpenAI\nOpenAI().moderations.create(input=x)\n',
  }),
  yes('EV-GUARDRAIL', 'rails', {
    'rails/config.yml': 'rails:\n  input:\n    flows:\n      - self check input\n',
  }),
  no('EV-GUARDRAIL', 'no rails', { 'rails/config.yml': 'rails:\n  input:\n    flows: []\n' }),
  yes('EV-TOOL-ALLOWLIST', 'a list', {
    'a.py': 'from acme import Options\nOptions(allowed_tools=["Read", "Grep"])\n',
  }),
  no('EV-TOOL-ALLOWLIST', 'everything', {
    'a.py': 'from acme import Options\nOptions(allowed_tools=["*"])\n',
  }),
  yes('EV-TOOL-HASH', 'a hash of the tools', {
    'a.py':
      'import hashlib\nasync def check(session):\n    tools = await session.list_tools()\n    return hashlib.sha256(str(tools).encode()).hexdigest()\n',
  }),
  yes('EV-HITL', 'before tools', { 'a.py': 'graph = builder.compile(interrupt_before=["tools"])\n' }),
  no('EV-HITL', 'never', { 'a.py': 'UserProxyAgent("u", human_input_mode="NEVER")\n' }),
  yes('EV-AGENT-ID', 'a signed card', {
    '.well-known/agent-card.json':
      '{"name":"a","protocolVersion":"1.0","skills":[],"signatures":[{"protected":"x","signature":"y"}]}',
  }),
  no('EV-AGENT-ID', 'an unsigned card', {
    '.well-known/agent-card.json': '{"name":"a","protocolVersion":"1.0","skills":[],"signatures":[]}',
  }),
];
