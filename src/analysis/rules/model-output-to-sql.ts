import { parameterizedQuery } from '../rule-support/parameterized-query';
import type { Rule } from '../rule';
import { JAVASCRIPT } from '../rule-examples/javascript/model-output-to-sql';
import {
  modelOutputListeners,
  reportModelOutput,
  type ModelOutputTexts,
} from '../rule-support/model-output-rule';
import { unnamedQuery } from '../rule-support/unnamed-query';
import { UNNAMED_MODEL_WORDS } from '../rule-support/unnamed-model-call';

const TEXTS: ModelOutputTexts = {
  sink: 'sql',
  does: (text) => `runs ${text} as a query`,
  advice:
    'The model can be talked into reading or changing any table; run it as a read-only user with a limit, and check the statement first.',
  fixes: (call, _, { model }) => parameterizedQuery(call, model),
};

export const rule: Rule = {
  id: 'model-output-to-sql',
  title: 'Model output run as a database query',
  stages: ['llm-develop-experiment', 'llm-operate', 'model-serving'],
  risks: ['owasp-llm-2026:LLM10', 'owasp-llm-2025:LLM05', 'owasp-agentic-2026:ASI02'],
  cwe: ['CWE-89', 'CWE-1426'],
  atlas: ['AML.T0053', 'AML.T0051'],
  controls: ['C36', 'C39'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['llm', 'model-output'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds answers of language models that become the text of a query, whole or as a part put into it. Values that are bound through parameters are not reported.',
  why: 'Text-to-SQL hands the database to whoever can phrase a question, and to every document that the model reads. `DROP`, `UPDATE`, another tenant’s rows and, on some databases, files and programs are one sentence away.',
  fix: 'Give the model a query builder with fixed tables and filters, or bind its answer as a parameter. Where free queries are the purpose: a read-only role limited to a view, one statement, a row limit and a time limit, and a parser that accepts only `SELECT`.',
  references: [
    {
      title: 'OWASP Top 10 for LLM Applications: improper output handling',
      url: 'https://genai.owasp.org/llmrisk/llm052025-improper-output-handling/',
    },
    {
      title: 'Python: placeholders to bind values in SQL queries',
      url: 'https://docs.python.org/3/library/sqlite3.html#how-to-use-placeholders-to-bind-values-in-sql-queries',
    },
    { title: 'LangChain: security', url: 'https://python.langchain.com/docs/security/' },
  ],
  examples: {
    bad: [
      {
        title: 'answer executed as a query',
        code: 'import sqlite3\nfrom openai import OpenAI\n\nclient = OpenAI()\nconnection = sqlite3.connect("shop.db")\n\ndef answer(question):\n    sql = client.responses.create(model="gpt-4o", input=question).output_text\n    cursor = connection.cursor()\n    cursor.execute(sql)\n    return cursor.fetchall()\n',
      },
      {
        title: 'answer put into a query',
        code: 'import sqlite3\nfrom openai import OpenAI\n\nclient = OpenAI()\nname = client.responses.create(model="gpt-4o", input=question).output_text\ndb = sqlite3.connect("shop.db")\ndb.execute(f"SELECT * FROM products WHERE name = \'{name}\'")\n',
      },
      {
        title: 'query chain of LangChain',
        code: 'from langchain.chains import create_sql_query_chain\nfrom langchain_community.utilities import SQLDatabase\nfrom langchain_openai import ChatOpenAI\n\ndb = SQLDatabase.from_uri("sqlite:///shop.db")\nchain = create_sql_query_chain(ChatOpenAI(), db)\nquery = chain.invoke({"question": question})\nprint(db.run(query))\n',
      },
      {
        title: 'query through pandas and SQLAlchemy',
        code: 'import pandas as pd\nfrom sqlalchemy import create_engine, text\nfrom openai import OpenAI\n\nclient = OpenAI()\nengine = create_engine("sqlite:///shop.db")\nsql = client.responses.create(model="gpt-4o", input=question).output_text\nframe = pd.read_sql(text(sql), engine)\n',
      },
      {
        title: 'cursor of a connection made elsewhere',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\n\ndef run(conn, question):\n    sql = client.responses.create(model="gpt-4o", input=question).output_text\n    cur = conn.cursor()\n    cur.execute(sql)\n',
      },
      ...JAVASCRIPT.bad,
      {
        title: 'other databases',
        code: 'import duckdb\nimport pandas as pd\nfrom google.cloud import bigquery\nfrom neo4j import GraphDatabase\nfrom pyspark.sql import SparkSession\nfrom anthropic import Anthropic\n\nclient = Anthropic()\nmessage = client.messages.create(model="claude", max_tokens=99, messages=messages)\nsql = message.content[0].text\nduckdb.sql(sql)\nbigquery.Client(project="p").query(sql)\nSparkSession.builder.appName("x").getOrCreate().sql(sql)\nwith GraphDatabase.driver(uri).session() as session:\n    session.run(sql)\n',
        findings: 4,
      },
      {
        title: 'condition in JavaScript',
        code: 'from openai import OpenAI\n\nclient = OpenAI()\n\ndef search(collection, question):\n    where = client.responses.create(model="gpt-4o", input=question).output_text\n    return collection.find({"$where": where})\n',
      },
    ],
    good: [
      {
        title: 'answer bound as a parameter',
        code: 'import sqlite3\nfrom openai import OpenAI\n\nclient = OpenAI()\nsummary = client.responses.create(model="gpt-4o", input=text).output_text\ndb = sqlite3.connect("notes.db")\ndb.execute("INSERT INTO notes (summary) VALUES (?)", (summary,))\n',
      },
      {
        title: 'token counts stored',
        code: 'import sqlite3\nfrom openai import OpenAI\n\nclient = OpenAI()\nresponse = client.responses.create(model="gpt-4o", input=text)\ndb = sqlite3.connect("usage.db")\ndb.execute(f"UPDATE usage SET tokens = tokens + {response.usage.total_tokens}")\n',
      },
      {
        title: 'row built by SQLAlchemy',
        code: 'from sqlalchemy import insert, select, text\nfrom openai import OpenAI\n\nclient = OpenAI()\n\ndef save(session, Message, question):\n    answer = client.responses.create(model="gpt-4o", input=question).output_text\n    session.execute(insert(Message).values(content=answer))\n    session.execute(text("INSERT INTO log VALUES (:a)"), {"a": answer})\n    return session.execute(select(Message).where(Message.content == answer))\n',
      },
      {
        title: 'rows of a fixed query sent to a model',
        code: 'import sqlite3\nfrom openai import OpenAI\n\ndb = sqlite3.connect("shop.db")\nrows = db.execute("SELECT name FROM products").fetchall()\nclient = OpenAI()\nprint(client.responses.create(model="gpt-4o", input=str(rows)).output_text)\n',
      },
      ...JAVASCRIPT.good,
    ],
  },
  needs: ['llm-call', 'tool-function'],
  triggers: () => UNNAMED_MODEL_WORDS,
  on: {
    ...modelOutputListeners(TEXTS),
    call: (call, context) => {
      const query = unnamedQuery(call, context);
      if (query) reportModelOutput(call, [{ expression: query, confidence: 'probable' }], TEXTS, context);
    },
  },
};
