"""A small analyst agent: asks a model for code, commands and queries, and runs them."""

import json
import re
import sqlite3
import subprocess

from jinja2 import Template
from openai import OpenAI

client = OpenAI()
database = sqlite3.connect("sales.db")


def ask(instruction):
    reply = client.chat.completions.create(
        model="gpt-4o",
        max_tokens=800,
        messages=[
            {"role": "system", "content": "You are a careful data analyst."},
            {"role": "user", "content": instruction},
        ],
    )
    return reply.choices[0].message.content


def extract_code(text):
    match = re.search(r"```(?:python)?\n(.*?)```", text, re.DOTALL)
    return match.group(1) if match else text


def plot(question):
    code = extract_code(ask(f"Write matplotlib code for: {question}"))
    exec(code)


def run_tool(question):
    command = json.loads(ask(f"Which shell command answers this? {question}"))["command"]
    return subprocess.run(command, shell=True, capture_output=True, text=True).stdout


def query(question):
    sql = ask(f"Write one SQLite query for: {question}")
    return database.execute(sql).fetchall()


def report(question):
    return Template(ask(f"Write a report template for: {question}")).render(title=question)


def orders_of(name):
    # The model picks a value, not the query: the database treats it as data.
    customer = ask(f"Which customer is meant by {name}? Answer with the name only.")
    return database.execute("SELECT * FROM orders WHERE customer = ?", (customer,)).fetchall()


def rating(text):
    # mlsecops: ignore[model-output-executed] only here to show an ignored finding; nothing calls it
    return eval(ask(f"Rate this review from 1 to 5, digits only: {text}"))
