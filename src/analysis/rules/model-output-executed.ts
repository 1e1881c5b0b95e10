import type { Rule } from '../rule';
import { JAVASCRIPT } from '../rule-examples/javascript/model-output-executed';
import { literalEvalFix } from '../rule-support/literal-eval-fix';
import { modelOutputListeners } from '../rule-support/model-output-rule';
import { UNNAMED_MODEL_WORDS } from '../rule-support/unnamed-model-call';

export const rule: Rule = {
  id: 'model-output-executed',
  title: 'Model output executed as code',
  stages: ['llm-develop-experiment', 'llm-operate', 'model-serving'],
  risks: ['owasp-llm-2026:LLM10', 'owasp-llm-2025:LLM05', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-95', 'CWE-94', 'CWE-1426'],
  atlas: ['AML.T0050', 'AML.T0051'],
  controls: ['C36', 'C39'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'model-output'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds answers of language models that reach `eval`, `exec`, a dynamic import or a Python interpreter object. The answer is followed through variables, functions of the file, JSON parsing, regular expressions and string methods.',
  why: 'A model writes what its prompt makes it write, and parts of the prompt often come from users, documents or web pages. Whoever controls one of those parts then runs code with the rights of this process.',
  fix: 'Where the answer is data, parse it as data: `json.loads`, a schema, `ast.literal_eval`. Where running code is the purpose, run it in a sandbox without credentials, network and host files, with limits on time and memory, and log what ran.',
  references: [
    {
      title: 'OWASP Top 10 for LLM Applications: improper output handling',
      url: 'https://genai.owasp.org/llmrisk/llm052025-improper-output-handling/',
    },
    { title: 'Python: ast.literal_eval', url: 'https://docs.python.org/3/library/ast.html#ast.literal_eval' },
    { title: 'CWE-95: Eval Injection', url: 'https://cwe.mitre.org/data/definitions/95.html' },
  ],
  examples: {
    bad: [
      {
        title: 'answers that are gathered',
        code: 'import asyncio\nfrom openai import AsyncOpenAI\n\nclient = AsyncOpenAI()\n\nasync def ask(prompt):\n    answer = await client.responses.create(model="gpt-4o", input=prompt)\n    return answer.output_text\n\nasync def main(prompts):\n    for code in await asyncio.gather(*[ask(one) for one in prompts]):\n        exec(code)\n',
      },
      {
        title: 'answer passed to exec',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nresponse = client.chat.completions.create(\n    model="gpt-4o",\n    messages=[{"role": "user", "content": task}],\n)\ncode = response.choices[0].message.content\nexec(code)\n',
      },
      {
        title: 'expression taken out of an answer',
        code: 'import re\nimport anthropic\n\nclient = anthropic.Anthropic()\n\ndef ask(question):\n    message = client.messages.create(model="claude", max_tokens=100, messages=[{"role": "user", "content": question}])\n    return message.content[0].text\n\ndef calculate(question):\n    match = re.search(r"<expr>(.*?)</expr>", ask(question))\n    return eval(match.group(1).strip())\n',
      },
      {
        title: 'chain in LangChain',
        code: 'from langchain_openai import ChatOpenAI\nfrom langchain_core.prompts import ChatPromptTemplate\n\nprompt = ChatPromptTemplate.from_template("Write Python for {task}")\nllm = ChatOpenAI()\nchain = prompt | llm\nexec(chain.invoke({"task": task}).content)\n',
      },
      {
        title: 'local model, code fence removed',
        code: 'from transformers import pipeline\n\ngenerate = pipeline("text-generation", model="./model")\n\ndef run(task):\n    text = generate(task)[0]["generated_text"]\n    code = text.split("```python")[1].split("```")[0]\n    exec(compile(code, "<answer>", "exec"))\n',
      },
      {
        title: 'arguments of a tool call',
        code: 'import json\nfrom openai import OpenAI\n\nclient = OpenAI()\nresponse = client.chat.completions.create(model="gpt-4o", messages=messages, tools=tools)\ncall = response.choices[0].message.tool_calls[0]\narguments = json.loads(call.function.arguments)\nresult = eval(arguments["expression"])\n',
      },
      ...JAVASCRIPT.bad,
      {
        title: 'expressions of pandas, numexpr and SymPy',
        code: 'import numexpr\nimport pandas as pd\nimport sympy\nfrom openai import OpenAI\n\nclient = OpenAI()\ntext = client.responses.create(model="gpt-4o", input=question).output_text\nframe = pd.DataFrame()\nframe.query(text)\nframe.eval(text)\nnumexpr.evaluate(text)\nsympy.sympify(text)\n',
        findings: 4,
      },
      {
        title: 'interpreters of LangChain and of the standard library',
        code: 'import code\nfrom langchain_experimental.utilities import PythonREPL\nfrom litellm import completion\n\ntext = completion(model="gpt-4o", messages=messages).choices[0].message.content\nPythonREPL().run(text)\ncode.InteractiveInterpreter().runsource(text)\n',
        findings: 2,
      },
      {
        title: 'client of a parameter, client over HTTP',
        code: 'import requests\nfrom openai import OpenAI\n\ndef run(client, task):\n    reply = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": task}])\n    exec(reply.choices[0].message.content)\n\ndef run_locally(task):\n    reply = requests.post("http://localhost:11434/api/generate", json={"model": "llama3", "prompt": task})\n    exec(reply.json()["response"])\n',
        findings: 2,
      },
      {
        title: 'answer that is handed to a function',
        code: 'import openai\n\ndef execute(response):\n    exec(response.choices[0].message.content)\n',
      },
      {
        title: 'object whose name says that it is a model (information)',
        code: 'from langchain_core.prompts import PromptTemplate\n\nclass Worker:\n    def run(self, task):\n        exec(self.llm.invoke(task).content)\n',
      },
    ],
    good: [
      {
        title: 'files that are gathered',
        code: 'import asyncio\n\nasync def read(path):\n    with open(path) as file:\n        return file.read()\n\nasync def main():\n    for code in await asyncio.gather(*[read(one) for one in ("a.py", "b.py")]):\n        exec(code)\n',
      },
      {
        title: 'read as data',
        code: 'import ast, json\nfrom openai import OpenAI\n\nclient = OpenAI()\ntext = client.responses.create(model="gpt-4o", input=question).output_text\nvalue = ast.literal_eval(text)\nother = json.loads(text)\n',
      },
      {
        title: 'number used in an expression',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nresponse = client.responses.create(model="gpt-4o", input=question)\ncount = int(response.output_text)\nresult = eval(f"{count} * 2")\n',
      },
      {
        title: 'eval of something else',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.responses.create(model="gpt-4o", input=question).output_text\nprint(answer)\nsettings = eval(open("settings.py").read())\n',
      },
      {
        title: 'model put into evaluation mode',
        code: 'from transformers import AutoModelForCausalLM\n\nmodel = AutoModelForCausalLM.from_pretrained("./model")\nmodel.eval()\nout = model.generate(**inputs)\n',
      },
      {
        title: 'sandbox of another service',
        code: 'from openai import OpenAI\nfrom e2b_code_interpreter import Sandbox\n\nclient = OpenAI()\ncode = client.responses.create(model="gpt-4o", input=task).output_text\nwith Sandbox() as sandbox:\n    print(sandbox.run_code(code).text)\n',
      },
      {
        title: 'syntax check without running',
        code: 'import ast\nfrom openai import OpenAI\n\nclient = OpenAI()\ncode = client.responses.create(model="gpt-4o", input=task).output_text\ncompile(code, "<answer>", "exec")\nast.parse(code)\n',
      },
      ...JAVASCRIPT.good,
    ],
  },
  needs: ['llm-call', 'tool-function'],
  triggers: () => UNNAMED_MODEL_WORDS,
  on: modelOutputListeners({
    sink: 'code',
    does: (text) => `runs ${text} as code`,
    advice:
      'Whoever influences the prompt can run code in this process; parse the answer as data, or run it in a sandbox.',
    fixes: (call, _output, context) => literalEvalFix(call, context.model),
  }),
};
