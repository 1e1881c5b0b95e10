import type { StringExpression } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { riskyCallListeners } from '../rule-support/risky-call';

const ADVICE =
  'Text that slips into the prompt can then use this machine; run such code in a container or a remote sandbox.';

/** Tools of Anthropic and OpenAI that the program which asks the model carries out. */
const OWN_TOOL = /^(?:(?:bash|computer)_20\d{6}|local_shell|computer_use_preview)$/;

export const rule: Rule = {
  id: 'agent-runs-code',
  title: 'Agent runs code on this machine',
  stages: ['llm-develop-experiment', 'llm-operate', 'llm-deploy'],
  risks: [
    'owasp-agentic-2026:ASI05',
    'owasp-agentic-2026:ASI02',
    'owasp-llm-2026:LLM03',
    'owasp-llm-2025:LLM06',
    'owasp-llm-2026:LLM10',
  ],
  cwe: ['CWE-94', 'CWE-78', 'CWE-693'],
  atlas: ['AML.T0053', 'AML.T0050', 'AML.T0105'],
  controls: ['C39', 'C08'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'code-execution', 'sandbox'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds tools, executors and agents that run code or shell commands of a model in this process or on this machine: Python and shell tools of LangChain, Agno and Google ADK, agents over data frames, local executors of AutoGen, unsafe modes of CrewAI and CAMEL, imports that open the interpreter of smolagents. Executors in a container or a remote sandbox are not reported; what depends on a configuration elsewhere is reported as information.',
  why: 'A model writes what its input makes it write. A web page, a mail or a table cell that it reads can hold instructions, and the code then runs with the rights and the credentials of this process.',
  fix: 'Run the code where it can do no harm: a container without network and credentials (`DockerCommandLineCodeExecutor`, `ContainerCodeExecutor`), a remote sandbox (`executor_type="e2b"`), or a tool that does one thing with checked parameters.',
  references: [
    {
      title: 'OWASP Top 10 for Agentic Applications 2026',
      url: 'https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/',
    },
    { title: 'LangChain: security policy', url: 'https://python.langchain.com/docs/security/' },
    {
      title: 'smolagents: secure code execution',
      url: 'https://huggingface.co/docs/smolagents/tutorials/secure_code_execution',
    },
  ],
  examples: {
    bad: [
      {
        title: 'Python tool of LangChain',
        code: 'from langchain_experimental.tools import PythonREPLTool\nfrom langgraph.prebuilt import create_react_agent\n\nagent = create_react_agent(llm, [PythonREPLTool()])\n',
      },
      {
        title: 'shell tool of LangChain',
        code: 'from langchain_community.tools import ShellTool\n\nshell = ShellTool(ask_human_input=False)\n',
      },
      {
        title: 'tools by their names',
        code: 'from langchain.agents import load_tools\n\ntools = load_tools(["serpapi", "terminal"], llm=llm)\n',
      },
      {
        title: 'agent over a data frame',
        code: 'from langchain_experimental.agents import create_pandas_dataframe_agent\n\nagent = create_pandas_dataframe_agent(llm, df, verbose=True, allow_dangerous_code=True)\n',
      },
      {
        title: 'agent over a table, by its home module',
        code: 'from langchain_experimental.agents.agent_toolkits.csv.base import create_csv_agent as make\n\nagent = make(llm, "titanic.csv")\n',
      },
      {
        title: 'chain that computes with programs',
        code: 'from langchain_experimental.pal_chain import PALChain\n\nchain = PALChain.from_math_prompt(llm)\n',
      },
      {
        title: 'query engine of LlamaIndex over pandas',
        code: 'from llama_index.experimental.query_engine import PandasQueryEngine\n\nengine = PandasQueryEngine(df=df)\n',
      },
      {
        title: 'code interpreter of LlamaIndex',
        code: 'from llama_index.tools.code_interpreter.base import CodeInterpreterToolSpec\n\ntools = CodeInterpreterToolSpec().to_tool_list()\n',
      },
      {
        title: 'AutoGen without Docker',
        code: 'from autogen import UserProxyAgent\n\nuser = UserProxyAgent("user", code_execution_config={"work_dir": "coding", "use_docker": False})\n',
      },
      {
        title: 'AutoGen, configuration in a variable',
        code: 'import autogen\n\nCONFIG = {"executor": "commandline-local"}\nuser = autogen.ConversableAgent(name="user", code_execution_config=CONFIG)\n',
      },
      {
        title: 'local executor of AutoGen',
        code: 'from autogen_ext.code_executors.local import LocalCommandLineCodeExecutor\n\nexecutor = LocalCommandLineCodeExecutor(work_dir="coding")\n',
      },
      {
        title: 'unsafe mode of CrewAI',
        code: 'from crewai import Agent\n\ncoder = Agent(role="Coder", goal="Code", backstory="", allow_code_execution=True, code_execution_mode="unsafe")\n',
      },
      {
        title: 'code execution of CrewAI (information)',
        code: 'from crewai import Agent\n\ncoder = Agent(role="Coder", goal="Code", backstory="", allow_code_execution=True)\n',
      },
      {
        title: 'interpreter tool of CrewAI',
        code: 'from crewai_tools import CodeInterpreterTool\n\ntool = CodeInterpreterTool(unsafe_mode=True)\n',
      },
      {
        title: 'smolagents with every import',
        code: 'from smolagents import CodeAgent\n\nagent = CodeAgent(tools=[], model=model, additional_authorized_imports=["*"])\n',
      },
      {
        title: 'smolagents with telling imports',
        code: 'import smolagents\n\nIMPORTS = ["numpy", "subprocess"]\nagent = smolagents.CodeAgent(tools=[], model=model, additional_authorized_imports=IMPORTS)\n',
      },
      {
        title: 'local interpreter of smolagents (information)',
        code: 'from smolagents import CodeAgent\n\nagent = CodeAgent(tools=[], model=model, executor_type="local")\n',
      },
      {
        title: 'shell of the OpenAI Agents SDK',
        code: 'from agents import Agent, LocalShellTool\n\nagent = Agent(name="ops", tools=[LocalShellTool(executor=run)])\n',
      },
      {
        title: 'shell and Python tools of Agno',
        code: 'from agno.agent import Agent\nfrom agno.tools.python import PythonTools\nfrom agno.tools.shell import ShellTools\n\nagent = Agent(tools=[ShellTools(), PythonTools()])\n',
        findings: 2,
      },
      {
        title: 'executor of Google ADK',
        code: 'from google.adk.agents import LlmAgent\nfrom google.adk.code_executors import UnsafeLocalCodeExecutor\n\nagent = LlmAgent(name="coder", model="gemini", code_executor=UnsafeLocalCodeExecutor())\n',
      },
      {
        title: 'shell of Strands',
        code: 'from strands import Agent\nfrom strands_tools import calculator, shell\n\nagent = Agent(tools=[calculator, shell])\n',
      },
      {
        title: 'Claude agent that may use the shell freely',
        code: 'from claude_agent_sdk import ClaudeAgentOptions\n\noptions = ClaudeAgentOptions(allowed_tools=["Read", "Bash"])\n',
      },
      {
        title: 'interpreter of CAMEL without checks',
        code: 'from camel.interpreters import InternalPythonInterpreter\n\ninterpreter = InternalPythonInterpreter(unsafe_mode=True)\n',
      },
      {
        title: 'evaluation of generated programs',
        code: 'import os\n\nos.environ["HF_ALLOW_CODE_EVAL"] = "1"\n',
      },
      {
        title: 'evaluation harness',
        code: 'import lm_eval\n\nlm_eval.simple_evaluate(model="hf", tasks=["humaneval"], confirm_run_unsafe_code=True)\n',
      },
      {
        title: 'tools that the program carries out (information)',
        code: 'import anthropic\n\nTOOLS = [{"type": "bash_20250124", "name": "bash"}, {"type": "local_shell"}]\n',
        findings: 2,
      },
      {
        title: 'data frame with a chat (information)',
        code: 'from pandasai import SmartDataframe\n\nframe = SmartDataframe(df, config={"llm": llm})\n',
      },
    ],
    good: [
      {
        title: 'a shell that asks a person before each command',
        code: 'from langchain_community.tools import ShellTool\n\ntool = ShellTool(ask_human_input=True)\n',
      },
      {
        title: 'remote sandbox of LangChain',
        code: 'from langchain_azure_dynamic_sessions import SessionsPythonREPLTool\n\ntool = SessionsPythonREPLTool(pool_management_endpoint=endpoint)\n',
      },
      {
        title: 'harmless tools by their names',
        code: 'from langchain.agents import load_tools\n\ntools = load_tools(["serpapi", "llm-math"], llm=llm)\n',
      },
      {
        title: 'AutoGen in Docker',
        code: 'from autogen import UserProxyAgent\n\nuser = UserProxyAgent("user", code_execution_config={"work_dir": "coding", "use_docker": True})\nother = UserProxyAgent("other", code_execution_config=False)\nthird = UserProxyAgent("third", code_execution_config={"use_docker": "python:3.12-slim"})\n',
      },
      {
        title: 'container executor of AutoGen',
        code: 'from autogen_ext.code_executors.docker import DockerCommandLineCodeExecutor\n\nexecutor = DockerCommandLineCodeExecutor(work_dir="coding")\n',
      },
      {
        title: 'CrewAI without code execution',
        code: 'from crewai import Agent\n\nwriter = Agent(role="Writer", goal="Write", backstory="", allow_code_execution=False)\n',
      },
      {
        title: 'interpreter tool of CrewAI in a container',
        code: 'from crewai_tools import CodeInterpreterTool\n\ntool = CodeInterpreterTool()\nother = CodeInterpreterTool(unsafe_mode=False)\n',
      },
      {
        title: 'smolagents in a remote sandbox',
        code: 'from smolagents import CodeAgent, ToolCallingAgent\n\nagent = CodeAgent(tools=[], model=model, executor_type="e2b", additional_authorized_imports=["numpy", "pandas"])\nother = ToolCallingAgent(tools=[], model=model)\n',
      },
      {
        title: 'container executor of Google ADK',
        code: 'from google.adk.agents import LlmAgent\nfrom google.adk.code_executors import BuiltInCodeExecutor, ContainerCodeExecutor\n\na = LlmAgent(name="a", model="gemini", code_executor=ContainerCodeExecutor(image="python:3.12"))\nb = LlmAgent(name="b", model="gemini", code_executor=BuiltInCodeExecutor())\n',
      },
      {
        title: 'Claude agent with one command',
        code: 'from claude_agent_sdk import ClaudeAgentOptions\n\noptions = ClaudeAgentOptions(allowed_tools=["Read", "Bash(git status:*)"], disallowed_tools=["Bash"])\n',
      },
      {
        title: 'shell that asks',
        code: 'from agents import ShellTool\n\ntool = ShellTool(executor=run, needs_approval=True)\n',
      },
      {
        title: 'shell middleware in a container',
        code: 'from langchain.agents.middleware import DockerExecutionPolicy, ShellToolMiddleware\n\nmiddleware = ShellToolMiddleware(execution_policy=DockerExecutionPolicy(image="python:3.12"))\n',
      },
      {
        title: 'tools of Agno that run nothing',
        code: 'from agno.agent import Agent\nfrom agno.tools.duckduckgo import DuckDuckGoTools\n\nagent = Agent(tools=[DuckDuckGoTools()])\n',
      },
      {
        title: 'which of the tools to use',
        file: 'src/choose.ts',
        code: "await client.responses.create({ model, input, tools, tool_choice: { type: 'computer_use_preview' } });\nconst params = { toolChoice: { type: 'local_shell' } };\n",
        seen: 'langchain-ai/langchainjs, langchain-openai, utils/tools',
      },
      {
        title: 'which of the tools to use, in Python',
        code: 'client.responses.create(model=model, input=text, tools=tools, tool_choice={"type": "computer_use_preview"})\n',
      },
      {
        title: 'a class of the same name',
        code: 'from my_tools import PythonTools, ShellTool\n\ntools = [ShellTool(), PythonTools()]\n',
      },
    ],
  },
  needs: ['risky-call:agent-runs-code', 'risky-call:agent-may-run-code'],
  triggers: () => ['bash_20', 'computer_20', 'local_shell', 'computer_use_preview'],
  on: {
    ...riskyCallListeners({
      topics: ['agent-runs-code', 'agent-may-run-code'],
      advice: ADVICE,
      weigh: (_, { topic }) => (topic === 'agent-may-run-code' ? { confidence: 'probable' } : {}),
    }),
    string: checkType,
  },
};

/** `{"type": "bash_20250124"}`: the program itself runs what the model asks for, wherever that is. */
function checkType(literal: StringExpression, context: RuleContext): void {
  const { value, label } = literal;
  if (label !== 'type' || value === undefined || !OWN_TOOL.test(value)) return;
  if (isChoice(literal, context)) return;
  context.report({
    at: literal,
    message: `The tool \`${value}\` has this program run what the model asks for. ${ADVICE}`,
    subject: value,
    confidence: 'probable',
  });
}

/** `tool_choice={"type": "..."}` names a tool that is given elsewhere. */
function isChoice({ range }: StringExpression, { model }: RuleContext): boolean {
  const statement = model.statementAt(range.start);
  const before = statement ? model.textAt({ start: statement.start, end: range.start }) : '';
  return /tool_?choice["']?\s*[:=]\s*\{[^{}]*$/i.test(before);
}
