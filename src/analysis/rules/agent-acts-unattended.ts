import type { Rule } from '../rule';
import { riskyCallListeners } from '../rule-support/risky-call';

export const rule: Rule = {
  id: 'agent-acts-unattended',
  title: 'Agent may change what lies outside',
  stages: ['llm-develop-experiment', 'llm-operate'],
  risks: [
    'owasp-llm-2026:LLM03',
    'owasp-llm-2025:LLM06',
    'owasp-agentic-2026:ASI02',
    'owasp-agentic-2026:ASI09',
  ],
  cwe: ['CWE-862', 'CWE-89'],
  atlas: ['AML.T0053', 'AML.T0101'],
  controls: ['C39'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['agents', 'approval', 'guard-rail'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds toolkits that let an agent write to a database, send mail and messages, act in a browser or in the accounts of its owner, so that somebody decides where a person has to approve.',
  why: 'A prompt injection turns the rights of the toolkit into the rights of whoever wrote the text: rows deleted, mail sent, issues closed.',
  fix: 'Use an account that may only read (a database role with `SELECT`), list the operations that are needed, and let a person approve the rest (`interrupt_on` of LangChain, `requires_approval` of Pydantic AI, `needs_approval` of the OpenAI Agents SDK).',
  references: [
    {
      title: 'LangChain: questions over SQL data',
      url: 'https://python.langchain.com/docs/tutorials/sql_qa/',
    },
    {
      title: 'OWASP Top 10 for LLM Applications: excessive agency',
      url: 'https://genai.owasp.org/llmrisk/llm062025-excessive-agency/',
    },
  ],
  examples: {
    bad: [
      {
        title: 'SQL agent',
        code: 'from langchain_community.agent_toolkits import create_sql_agent\n\nagent = create_sql_agent(llm, db=db, agent_type="openai-tools")\n',
      },
      {
        title: 'SQL chain',
        code: 'from langchain_experimental.sql import SQLDatabaseChain\n\nchain = SQLDatabaseChain.from_llm(llm, db, verbose=True)\n',
      },
      {
        title: 'SQL toolkit',
        code: 'from langchain_community.agent_toolkits.sql.toolkit import SQLDatabaseToolkit\n\ntools = SQLDatabaseToolkit(db=db, llm=llm).get_tools()\n',
      },
      {
        title: 'query engine of LlamaIndex',
        code: 'from llama_index.core.query_engine import NLSQLTableQueryEngine\n\nengine = NLSQLTableQueryEngine(sql_database=database, tables=["city"])\n',
      },
      {
        title: 'browser',
        code: 'from langchain_community.agent_toolkits import PlayWrightBrowserToolkit\n\ntools = PlayWrightBrowserToolkit.from_browser(async_browser=browser).get_tools()\n',
      },
      {
        title: 'mail',
        code: 'from langchain_google_community import GmailToolkit\n\ntools = GmailToolkit().get_tools()\n',
      },
    ],
    good: [
      {
        title: 'search tool',
        code: 'from langchain_community.tools import DuckDuckGoSearchRun\n\ntools = [DuckDuckGoSearchRun()]\n',
      },
      {
        title: 'the database itself',
        code: 'from langchain_community.utilities import SQLDatabase\n\ndb = SQLDatabase.from_uri("sqlite:///shop.db")\nprint(db.get_usable_table_names())\n',
      },
    ],
  },
  needs: ['risky-call:agent-acts'],
  on: riskyCallListeners({
    topics: ['agent-acts'],
    advice: 'Give it the least rights that do, and let a person approve what cannot be undone.',
  }),
};
