import { JAVASCRIPT } from '../rule-examples/javascript/tool-parameter-to-path';
import type { Rule } from '../rule';
import { modelOutputListeners } from '../rule-support/model-output-rule';

const SERVER = 'from mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("files")\n\n';

export const rule: Rule = {
  id: 'tool-parameter-to-path',
  title: 'Tool opens a file that its caller names',
  stages: ['llm-develop-experiment', 'llm-operate', 'llm-deploy'],
  risks: [
    'owasp-agentic-2026:ASI02',
    'owasp-llm-2026:LLM03',
    'owasp-llm-2025:LLM06',
    'owasp-agentic-2026:ASI04',
  ],
  cwe: ['CWE-22'],
  atlas: ['AML.T0053', 'AML.T0085.001'],
  controls: ['C39', 'C40'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'mcp', 'files'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds tools of agents and MCP servers that read, write, list or remove a file or folder named by a parameter, also joined to a folder, without a check where the resolved path lies. A name of which only the last part is kept is not reported.',
  why: 'The parameter is filled by a model, and so by whoever wrote what the model read. `../../.ssh/id_rsa` and absolute paths leave the folder that was meant, and `os.path.join` and `/` of `Path` let them.',
  fix: 'Resolve the path and check it before use: `path = (BASE / name).resolve()`, then refuse unless `path.is_relative_to(BASE)`. Where one folder is enough, keep only `Path(name).name`.',
  references: [
    {
      title: 'Python: PurePath.is_relative_to',
      url: 'https://docs.python.org/3/library/pathlib.html#pathlib.PurePath.is_relative_to',
    },
    {
      title: 'Model Context Protocol: roots',
      url: 'https://modelcontextprotocol.io/specification/2025-06-18/client/roots',
    },
    { title: 'CWE-22: Path Traversal', url: 'https://cwe.mitre.org/data/definitions/22.html' },
  ],
  examples: {
    bad: [
      {
        title: 'MCP tool that reads any file',
        code: `${SERVER}@mcp.tool()\ndef read_file(path: str) -> str:\n    with open(path) as file:\n        return file.read()\n`,
      },
      {
        title: 'joined to a folder',
        code: `import os\n${SERVER}@mcp.tool()\ndef read_note(name: str) -> str:\n    return open(os.path.join("/srv/notes", name)).read()\n`,
      },
      {
        title: 'path object',
        code: `from pathlib import Path\n${SERVER}BASE = Path("/srv/notes")\n\n@mcp.tool()\ndef write_note(name: str, text: str) -> str:\n    target = BASE / name\n    target.write_text(text)\n    return "ok"\n`,
      },
      {
        title: 'template of a resource',
        code: `from pathlib import Path\n${SERVER}@mcp.resource("notes://{name}")\ndef note(name: str) -> str:\n    return Path(f"/srv/notes/{name}.md").read_text()\n`,
      },
      {
        title: 'low-level server',
        code: 'import os\nfrom mcp.server import Server\n\nserver = Server("files")\n\n@server.call_tool()\nasync def handle(name: str, arguments: dict):\n    path = arguments.get("path")\n    os.remove(path)\n    return []\n',
      },
      {
        title: 'function given to an agent',
        code: 'from google.adk.agents import Agent\n\ndef read(path: str) -> dict:\n    """Reads a file."""\n    with open(path) as file:\n        return {"text": file.read()}\n\nagent = Agent(name="reader", model="gemini", tools=[read])\n',
      },
      ...JAVASCRIPT.bad,
    ],
    good: [
      {
        title: 'resolved and checked',
        code: `from pathlib import Path\n${SERVER}BASE = Path("/srv/notes").resolve()\n\n@mcp.tool()\ndef read_note(name: str) -> str:\n    path = (BASE / name).resolve()\n    if not path.is_relative_to(BASE):\n        raise ValueError("outside of the notes")\n    return path.read_text()\n`,
      },
      {
        title: 'last part of the name',
        code: `from pathlib import Path\n${SERVER}BASE = Path("/srv/notes")\n\n@mcp.tool()\ndef read_note(name: str) -> str:\n    return (BASE / Path(name).name).read_text()\n`,
      },
      {
        title: 'text that is written to a fixed file',
        code: `from pathlib import Path\n${SERVER}@mcp.tool()\ndef remember(text: str) -> str:\n    Path("memory.md").write_text(text)\n    return "ok"\n`,
      },
      {
        title: 'resolved by a method of the base class',
        code: 'import os\nfrom langchain_core.tools import BaseTool\nfrom .base import FileToolMixin\n\nclass Delete(FileToolMixin, BaseTool):\n    name: str = "delete"\n\n    def _run(self, path: str) -> str:\n        target = self.inside_root(path)\n        os.remove(target)\n        return "ok"\n',
        seen: 'langchain-ai/langchain-community, tools/file_management',
      },
      {
        title: 'number in the name',
        code: `${SERVER}@mcp.tool()\ndef page(number: int) -> str:\n    return open(f"pages/{number}.md").read()\n`,
      },
      ...JAVASCRIPT.good,
    ],
  },
  needs: ['tool-function'],
  on: modelOutputListeners({
    sink: 'path',
    does: (text) => `uses ${text} as a path`,
    advice:
      'Such a name can lead to any file that this process may reach; resolve it and check that it lies in the folder that was meant.',
    parametersOnly: true,
    certainFlowOnly: true,
  }),
};
