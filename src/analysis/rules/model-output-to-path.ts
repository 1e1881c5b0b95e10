import type { Rule } from '../rule';
import { JAVASCRIPT } from '../rule-examples/javascript/model-output-to-path';
import { modelOutputListeners } from '../rule-support/model-output-rule';
import { UNNAMED_MODEL_WORDS } from '../rule-support/unnamed-model-call';

const ASK =
  'import json\nimport os\nfrom openai import OpenAI\n\nclient = OpenAI()\n\ndef ask(question):\n    return client.responses.create(model="gpt-4o", input=question).output_text\n\n';

export const rule: Rule = {
  id: 'model-output-to-path',
  title: 'Model output chooses a file',
  stages: ['llm-develop-experiment', 'llm-operate', 'model-serving'],
  risks: ['owasp-llm-2026:LLM10', 'owasp-llm-2025:LLM05', 'owasp-agentic-2026:ASI02'],
  cwe: ['CWE-22', 'CWE-1426'],
  atlas: ['AML.T0053', 'AML.T0051'],
  controls: ['C36', 'C39'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'model-output', 'files'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds answers of language models that name the file or folder that is opened, written, moved or removed, whole or as a part of a path. Text of a model that is only written into a file is not reported.',
  why: 'A name such as `../../.ssh/authorized_keys` or an absolute path leaves the folder that was meant, also behind `os.path.join`. Whoever influences the prompt then reads or replaces files with the rights of this process.',
  fix: 'Take only the last part of the name (`Path(name).name`, `secure_filename`), or resolve the path and check that it lies in the folder that was meant: `path.resolve().is_relative_to(base)`. Better: choose the name yourself.',
  references: [
    {
      title: 'OWASP Top 10 for LLM Applications: improper output handling',
      url: 'https://genai.owasp.org/llmrisk/llm052025-improper-output-handling/',
    },
    {
      title: 'Python: PurePath.is_relative_to',
      url: 'https://docs.python.org/3/library/pathlib.html#pathlib.PurePath.is_relative_to',
    },
    { title: 'CWE-22: Path Traversal', url: 'https://cwe.mitre.org/data/definitions/22.html' },
  ],
  examples: {
    bad: [
      {
        title: 'file named by the answer',
        code: `${ASK}data = json.loads(ask("Which file?"))\nwith open(data["path"], "w") as file:\n    file.write(data["content"])\n`,
      },
      {
        title: 'name joined to a folder',
        code: `${ASK}name = ask("Name the report")\nwith open(os.path.join("reports", name), "w") as file:\n    file.write("...")\n`,
      },
      {
        title: 'path object',
        code: `${ASK}from pathlib import Path\n\ntarget = Path("workspace") / ask("Where?")\ntarget.write_text("...")\n`,
      },
      {
        title: 'part of a file name',
        code: `${ASK}topic = ask("One word for the topic")\nopen(f"out/{topic}.md").read()\n`,
      },
      {
        title: 'file removed, folder removed, file moved',
        code: `${ASK}import shutil\n\nos.remove(ask("Which file?"))\nshutil.rmtree(ask("Which folder?"))\nshutil.move("draft.md", ask("Where to?"))\n`,
        findings: 3,
      },
      {
        title: 'arguments of a tool call',
        code: 'import json\nfrom pathlib import Path\nimport anthropic\n\nclient = anthropic.Anthropic()\nmessage = client.messages.create(model="claude", max_tokens=500, messages=messages, tools=tools)\nfor block in message.content:\n    if block.type == "tool_use":\n        text = Path(block.input["path"]).read_text()\n',
      },
      {
        title: 'table that the model names',
        code: `${ASK}import pandas as pd\n\nframe = pd.read_csv(ask("Which table?"))\n`,
      },
      ...JAVASCRIPT.bad,
    ],
    good: [
      {
        title: 'answer written into a fixed file',
        code: `${ASK}from pathlib import Path\n\nPath("answer.md").write_text(ask("Summarise"))\nwith open("log.txt", "a") as log:\n    log.write(ask("Log this"))\n`,
      },
      {
        title: 'last part of the name',
        code: `${ASK}from pathlib import Path\n\nname = ask("Name the report")\n(Path("reports") / Path(name).name).write_text("...")\nopen(os.path.join("reports", os.path.basename(name))).read()\n`,
      },
      {
        title: 'cleaned by a library',
        code: `${ASK}from werkzeug.utils import secure_filename\n\nopen(os.path.join("reports", secure_filename(ask("Name it"))), "w").close()\n`,
      },
      {
        title: 'checked to lie in the folder',
        code: `${ASK}from pathlib import Path\n\nBASE = Path("reports").resolve()\n\ndef write(question):\n    path = (BASE / ask(question)).resolve()\n    if not path.is_relative_to(BASE):\n        raise ValueError("outside")\n    path.write_text("...")\n`,
      },
      {
        title: 'checked with commonpath',
        code: `${ASK}def read(question):\n    path = os.path.realpath(os.path.join("/srv/reports", ask(question)))\n    if os.path.commonpath([path, "/srv/reports"]) != "/srv/reports":\n        return None\n    return open(path).read()\n`,
      },
      {
        title: 'one of a list',
        code: `${ASK}def read(question):\n    name = ask(question)\n    if name not in {"a.md", "b.md"}:\n        raise ValueError(name)\n    return open(name).read()\n`,
      },
      {
        title: 'number of the answer and a hash of it',
        code: `${ASK}import hashlib\n\ntext = ask("Write a poem")\nopen(f"out/{len(text)}.txt", "w").close()\nopen(f"out/{hashlib.sha256(text.encode()).hexdigest()}.txt", "w").close()\n`,
      },
      {
        title: 'identifier of the response',
        code: `${ASK}response = client.responses.create(model="gpt-4o", input="q")\nopen(f"out/{response.id}.json", "w").close()\n`,
      },
      ...JAVASCRIPT.good,
    ],
  },
  needs: ['llm-call'],
  triggers: () => UNNAMED_MODEL_WORDS,
  on: modelOutputListeners({
    sink: 'path',
    does: (text) => `uses ${text} as a path`,
    advice:
      'Such a name can lead out of the folder that was meant; keep only its last part, or resolve it and check where it lies.',
    answersOnly: true,
  }),
};
