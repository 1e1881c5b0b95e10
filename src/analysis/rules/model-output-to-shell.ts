import type { Call, Expression } from '../../source/expression';
import type { Fix } from '../finding';
import { modelOutput, type ModelOutput } from '../rule-support/model-output';
import { wrapInserted } from '../rule-support/wrap-inserted';
import { isTrue } from '../rule-support/written-value';
import type { Rule, RuleContext } from '../rule';
import { JAVASCRIPT } from '../rule-examples/javascript/model-output-to-shell';
import { modelOutputListeners } from '../rule-support/model-output-rule';
import { UNNAMED_MODEL_WORDS } from '../rule-support/unnamed-model-call';

export const rule: Rule = {
  id: 'model-output-to-shell',
  title: 'Model output run as a command',
  stages: ['llm-develop-experiment', 'llm-operate', 'model-serving'],
  risks: [
    'owasp-llm-2026:LLM10',
    'owasp-llm-2025:LLM05',
    'owasp-agentic-2026:ASI05',
    'owasp-agentic-2026:ASI02',
  ],
  cwe: ['CWE-78', 'CWE-1426'],
  atlas: ['AML.T0050', 'AML.T0053'],
  controls: ['C36', 'C39'],
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'model-output', 'agents'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds answers of language models that become a shell command, the program to start, or the script given to an interpreter: with `-c`, on standard input, or in a file that the same function wrote. One argument of a fixed program in a list is not reported.',
  why: 'The shell runs everything in the text: a second command after `;`, a download piped into `sh`, a file overwritten by `>`. A prompt injection in any document that the model reads is enough to put it there.',
  fix: 'Let the model choose from a list of actions and build the command yourself: a fixed program, arguments in a list, no shell, each argument checked. Where free commands are the purpose, ask a person before each one and run it in a container without credentials.',
  references: [
    {
      title: 'Python: security considerations of subprocess',
      url: 'https://docs.python.org/3/library/subprocess.html#security-considerations',
    },
    {
      title: 'OWASP Top 10 for LLM Applications: improper output handling',
      url: 'https://genai.owasp.org/llmrisk/llm052025-improper-output-handling/',
    },
    { title: 'CWE-78: OS Command Injection', url: 'https://cwe.mitre.org/data/definitions/78.html' },
  ],
  examples: {
    bad: [
      {
        title: 'a tool that is known by its name runs what the model gives it',
        code: 'import os\nimport anthropic\n\ndef run(messages):\n    answer = anthropic.Anthropic().messages.create(model="claude-sonnet-4-5", max_tokens=500, messages=messages)\n    for block in answer.content:\n        if block.type == "tool_use" and block.name == "bash":\n            os.popen(block.input["command"])\n',
      },
      {
        title: 'answer run by the shell',
        code: 'import subprocess\nimport ollama\n\nreply = ollama.chat(model="llama3", messages=messages)\ncommand = reply["message"]["content"].strip()\nsubprocess.run(command, shell=True, check=True)\n',
      },
      {
        title: 'answer inside a command line',
        code: 'import os\nfrom openai import OpenAI\n\nclient = OpenAI()\nname = client.responses.create(model="gpt-4o", input=prompt).output_text\nos.system(f"git checkout -b {name}")\n',
      },
      {
        title: 'tool call handed to bash',
        code: 'import json\nimport subprocess\nfrom litellm import completion\n\nresponse = completion(model="gpt-4o", messages=messages, tools=tools)\nfor call in response.choices[0].message.tool_calls:\n    arguments = json.loads(call.function.arguments)\n    subprocess.run(["bash", "-c", arguments["command"]])\n',
      },
      {
        title: 'the model chooses the program',
        code: 'import shlex\nimport subprocess\nimport anthropic\n\nclient = anthropic.Anthropic()\nmessage = client.messages.create(model="claude", max_tokens=100, messages=messages)\nsubprocess.run(shlex.split(message.content[0].text))\n',
      },
      {
        title: 'tool that an agent may call with any command',
        code: 'import subprocess\nfrom mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("shell")\n\n@mcp.tool()\ndef run(command: str, timeout: int = 10) -> str:\n    return subprocess.run(command, shell=True, capture_output=True, text=True, timeout=timeout).stdout\n',
      },
      {
        title: 'answer as the program on standard input of an interpreter',
        code: 'import subprocess\nimport sys\nimport tempfile\nfrom pathlib import Path\nfrom openai import OpenAI\n\nclient = OpenAI()\n\ndef ask(q):\n    out = client.responses.create(model="gpt-4o", input=q).output_text\n    subprocess.run(["python", "-"], input=out, text=True)\n    subprocess.run([sys.executable], input=out.encode())\n',
        findings: 2,
      },
      {
        title: 'answer written to a script that is run',
        code: 'import subprocess\nimport sys\nimport tempfile\nfrom pathlib import Path\nfrom openai import OpenAI\n\nclient = OpenAI()\n\ndef ask(q):\n    out = client.responses.create(model="gpt-4o", input=q).output_text\n    with tempfile.NamedTemporaryFile("w", suffix=".py", delete=False) as f:\n        f.write(out)\n    subprocess.run([sys.executable, f.name])\n    p = Path("/tmp/x.sh")\n    p.write_text(out)\n    subprocess.run(["bash", str(p)])\n',
        findings: 2,
      },
      ...JAVASCRIPT.bad,
      {
        title: 'other ways to start a program',
        code: 'import asyncio\nimport os\nimport sys\nimport subprocess\nimport paramiko\nfrom openai import OpenAI\n\nclient = OpenAI()\ntext = client.responses.create(model="gpt-4o", input=question).output_text\nos.popen(text)\nsubprocess.getoutput(text)\nsubprocess.run([sys.executable, "-c", text])\nsubprocess.run(**dict(args=text, shell=True))\nos.execvp(text, [text])\nparamiko.SSHClient().exec_command(text)\nasyncio.run(asyncio.create_subprocess_shell(text))\n',
        findings: 7,
      },
    ],
    good: [
      {
        title: 'tool with a fixed program',
        code: 'import subprocess\nfrom langchain_core.tools import tool\n\n@tool\ndef ping(host: str, count: int) -> str:\n    return subprocess.run(["ping", "-c", str(count), "--", host], capture_output=True, text=True).stdout\n',
      },
      {
        title: 'one argument of a fixed program',
        code: 'import subprocess\nfrom openai import OpenAI\n\nclient = OpenAI()\nmessage = client.responses.create(model="gpt-4o", input=diff).output_text\nsubprocess.run(["git", "commit", "-m", message], check=True)\n',
      },
      {
        title: 'quoted for the shell',
        code: 'import os\nimport shlex\nfrom openai import OpenAI\n\nclient = OpenAI()\ntext = client.responses.create(model="gpt-4o", input=question).output_text\nos.system(f"say {shlex.quote(text)}")\n',
      },
      {
        title: 'answer as standard input',
        code: 'import subprocess\nfrom openai import OpenAI\n\nclient = OpenAI()\ntext = client.responses.create(model="gpt-4o", input=question).output_text\nsubprocess.run(["pbcopy"], input=text, text=True)\n',
      },
      {
        title: 'answer written to a file that a program of the project reads',
        code: 'import subprocess\nimport sys\nimport tempfile\nfrom pathlib import Path\nfrom openai import OpenAI\n\nclient = OpenAI()\n\ndef ask(q):\n    out = client.responses.create(model="gpt-4o", input=q).output_text\n    p = Path("/tmp/x.txt")\n    p.write_text(out)\n    subprocess.run(["cat", str(p)])\n    subprocess.run(["python", "count.py", str(p)])\n    subprocess.run(["python", "-m", "black", str(p)])\n    subprocess.run(["python", "-m", "black", "-"], input=out, text=True)\n',
      },
      {
        title: 'a choice of a schema, of an enumeration and of a match',
        code: 'import os\nimport subprocess\nfrom enum import Enum\nfrom typing import Literal\nfrom openai import OpenAI\nfrom pydantic import BaseModel\n\nclient = OpenAI()\n\nclass Kind(str, Enum):\n    LS = "ls"\n    DATE = "date"\n\nclass Command(BaseModel):\n    name: Literal["ls", "date"]\n    kind: Kind\n\ndef run(q):\n    r = client.responses.parse(model="gpt-4o", input=q, text_format=Command)\n    subprocess.run(r.output_parsed.name, shell=True)\n    os.system(r.output_parsed.kind.value)\n    out = client.responses.create(model="gpt-4o", input=q).output_text\n    os.system(Kind(out).value)\n    match out:\n        case "ls" | "date":\n            os.system(out)\n',
      },
      {
        title: 'command chosen from a table',
        code: 'import subprocess\nfrom openai import OpenAI\n\nCOMMANDS = {"status": ["git", "status"], "log": ["git", "log"]}\nclient = OpenAI()\nchoice = client.responses.create(model="gpt-4o", input=question).output_text\nsubprocess.run(COMMANDS[choice])\n',
      },
      ...JAVASCRIPT.good,
    ],
  },
  needs: ['llm-call', 'tool-function'],
  triggers: () => UNNAMED_MODEL_WORDS,
  on: modelOutputListeners({
    sink: 'shell',
    does: (text) => `runs ${text} as a command`,
    advice:
      'Text that slips into the prompt can then run any program; build the command yourself and let the model fill in checked arguments.',
    fixes: quoteFixes,
  }),
};

const QUOTED = { title: 'Quote it for the shell (shlex.quote)', module: 'shlex', name: 'quote' };

/** For values put into a command that a shell reads; a program without one would get the quotes. */
function quoteFixes(call: Call, _: ModelOutput, context: RuleContext, input: Expression): readonly Fix[] {
  const { model } = context;
  const shell = call.argument({ keyword: 'shell' });
  const isShell =
    call.names.some((name) => SHELL_FUNCTION.test(name)) ||
    (shell.state === 'given' && isTrue(shell.argument.value, model));
  if (!isShell) return [];
  return wrapInserted(input, (value) => modelOutput(value, 'shell', context) !== undefined, QUOTED, model);
}

const SHELL_FUNCTION =
  /^(?:os\.(?:system|popen)|subprocess\.(?:getoutput|getstatusoutput)|asyncio\.(?:subprocess\.)?create_subprocess_shell)$/u;
