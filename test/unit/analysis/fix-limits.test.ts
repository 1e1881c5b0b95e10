import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/source/text-edit';
import { analyzePython, analyzeText } from '../../support/analyze';

const ASK =
  'import sqlite3\nfrom openai import OpenAI\n\nname = OpenAI().responses.create(model="m", input=q).output_text\ndb = sqlite3.connect("shop.db")\n';

function fixed(code: string, rule: string, path?: string): readonly string[] {
  const { findings } = path === undefined ? analyzePython(code) : analyzeText(code, { path });
  return findings
    .filter(({ ruleId }) => ruleId === rule)
    .flatMap(({ fixes }) => fixes.map(({ edits }) => applyEdits(code, edits)));
}

describe('a query whose values become parameters', () => {
  it('takes the quotes around a value away, and keeps every value in order', () => {
    const [text] = fixed(
      `${ASK}db.execute(f"SELECT * FROM a WHERE n = '{name}' AND i > {low}")\n`,
      'model-output-to-sql',
    );
    expect(text).toContain('db.execute("SELECT * FROM a WHERE n = ? AND i > ?", (name, low))');
  });

  it('is not offered for a table, for a part of a text, and for a driver that is not known', () => {
    for (const query of [
      'SELECT * FROM {name}',
      "SELECT * FROM a WHERE n LIKE '%{name}%'",
      'SELECT * FROM a WHERE n = {name!r}',
    ])
      expect(fixed(`${ASK}db.execute(f"${query}")\n`, 'model-output-to-sql'), query).toEqual([]);
    expect(
      fixed(`${ASK}cursor.execute(f"SELECT * FROM a WHERE n = '{name}'")\n`, 'model-output-to-sql'),
    ).toEqual([]);
  });
});

describe('a value that is quoted for the shell', () => {
  const command = (text: string, more = ''): string =>
    `import os\nfrom openai import OpenAI\n\n${more}name = OpenAI().responses.create(model="m", input=q).output_text\nos.system(${text})\n`;

  it('is quoted where it stands', () => {
    const [text] = fixed(command('"git switch " + name'), 'model-output-to-shell');
    expect(text).toContain('os.system("git switch " + shlex.quote(name))');
    expect(text).toMatch(/^import shlex\n/u);
  });

  it('is left alone where it is the command, stands in quotes, or the module has a rival', () => {
    expect(fixed(command('name'), 'model-output-to-shell')).toEqual([]);
    expect(fixed(command(`f"git switch '{name}'"`), 'model-output-to-shell')).toEqual([]);
    expect(fixed(command('f"git switch {name}"', 'shlex = None\n'), 'model-output-to-shell')).toEqual([]);
  });
});

describe('options in commands', () => {
  it('are taken out of a script, a list and a group of letters', () => {
    expect(fixed('curl -sSk https://a.acme.io/x -o x\n', 'tls-verification-off', 'get.sh')).toEqual([
      'curl -sS https://a.acme.io/x -o x\n',
    ]);
    const [text] = fixed(
      'import subprocess\n\nsubprocess.run(["curl", "-k", url])\n',
      'tls-verification-off',
    );
    expect(text).toContain('subprocess.run(["curl", url])');
  });
});

describe('imported names', () => {
  it('bring the safer one in with them', () => {
    const [text] = fixed(
      'from hashlib import md5\n\ndef check_file(data):\n    return md5(data)\n',
      'weak-hash',
    );
    expect(text).toContain('from hashlib import sha256\n');
    expect(text).toContain('return sha256(data)');
  });
});
