import type { Rule } from '../rule';
import { riskyCallListeners } from '../rule-support/risky-call';

export const rule: Rule = {
  id: 'agent-files-broad',
  title: 'Agent reaches the whole file system',
  stages: ['llm-develop-experiment', 'llm-operate', 'llm-deploy'],
  risks: [
    'owasp-agentic-2026:ASI02',
    'owasp-agentic-2026:ASI03',
    'owasp-llm-2026:LLM03',
    'owasp-llm-2025:LLM06',
  ],
  cwe: ['CWE-22', 'CWE-732'],
  atlas: ['AML.T0053', 'AML.T0086'],
  controls: ['C39'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'files', 'least-privilege'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds file tools of agents without a root folder (`FileManagementToolkit()`), with a root that holds everything (`root_dir="/"`, the home folder), and file servers of MCP and Gradio that are given such a folder.',
  why: 'What the agent can read, a text in its input can make it read: keys in `~/.ssh`, `.env` files, the code of other projects. What it can write, it can be made to overwrite.',
  fix: 'Give the tools a folder of their own for the task (`root_dir=str(workspace)`, `tempfile.TemporaryDirectory()`), read-only where reading is enough, and list only the operations that are needed (`selected_tools`).',
  references: [
    {
      title: 'LangChain: file system tools',
      url: 'https://python.langchain.com/docs/integrations/tools/filesystem/',
    },
    {
      title: 'CWE-732: Incorrect Permission Assignment',
      url: 'https://cwe.mitre.org/data/definitions/732.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'toolkit without a root',
        code: 'from langchain_community.agent_toolkits import FileManagementToolkit\n\ntools = FileManagementToolkit().get_tools()\n',
      },
      {
        title: 'toolkit with the root of the system',
        code: 'from langchain_community.agent_toolkits import FileManagementToolkit\n\ntools = FileManagementToolkit(root_dir="/", selected_tools=["read_file"]).get_tools()\n',
      },
      {
        title: 'single tools',
        code: 'from langchain_community.tools import ReadFileTool, WriteFileTool\n\ntools = [ReadFileTool(), WriteFileTool(root_dir="~")]\n',
        findings: 2,
      },
      {
        title: 'file server of MCP',
        code: 'from mcp import StdioServerParameters\n\nserver = StdioServerParameters(command="npx", args=["-y", "@modelcontextprotocol/server-filesystem", "/"])\n',
      },
      {
        title: 'files of Agno',
        code: 'from agno.tools.file import FileTools\n\ntools = FileTools(base_dir="/")\n',
      },
      {
        title: 'page that serves every file',
        code: 'import gradio as gr\n\ndemo = gr.Interface(fn=f, inputs="text", outputs="text")\ndemo.launch(allowed_paths=["/"])\n',
      },
    ],
    good: [
      {
        title: 'toolkit with a folder',
        code: 'import tempfile\nfrom langchain_community.agent_toolkits import FileManagementToolkit\n\nfolder = tempfile.TemporaryDirectory()\ntools = FileManagementToolkit(root_dir=str(folder.name)).get_tools()\n',
      },
      {
        title: 'single tool with a folder',
        code: 'from langchain_community.tools import ReadFileTool\n\ntool = ReadFileTool(root_dir="./workspace")\n',
      },
      {
        title: 'file server of MCP with a folder',
        code: 'from mcp import StdioServerParameters\n\nserver = StdioServerParameters(command="npx", args=["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/srv/notes"])\n',
      },
      {
        title: 'files of Agno in a folder',
        code: 'from pathlib import Path\nfrom agno.tools.file import FileTools\n\ntools = FileTools(base_dir=Path("work"))\n',
      },
    ],
  },
  needs: ['risky-call:agent-files-broad'],
  on: riskyCallListeners({
    topics: ['agent-files-broad'],
    advice:
      'A text that the agent reads can make it read or overwrite any of them; give it a folder of its own.',
  }),
};
