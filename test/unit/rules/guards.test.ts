import { describe, expect, it } from 'vitest';
import { analyzePython } from '../../support/analyze';

const HEAD =
  'import os, re, requests, subprocess\nfrom urllib.parse import urlparse\nfrom openai import OpenAI\nclient = OpenAI()\n';

function flagged(body: string): boolean {
  const lines = [
    'def run(question):',
    '    x = client.responses.create(model="m", input=question).output_text',
    ...body.split('\n').map((line) => `    ${line}`),
  ];
  const { findings } = analyzePython(`${HEAD}${lines.join('\n')}\n`);
  return findings.some(({ ruleId }) => ruleId.startsWith('model-output-'));
}

describe('a test of a model’s answer before it is used', () => {
  it.each([
    ['not in a list, then an exception', 'if x not in ALLOWED:\n    raise ValueError(x)\nos.system(x)'],
    ['not in a list, then return, on one line', 'if x not in ALLOWED: return\nos.system(x)'],
    ['not … in', 'if not x in ALLOWED:\n    return None\nos.system(x)'],
    ['a line between test and exit', 'if x not in ALLOWED:\n    print("no")\n    return\nos.system(x)'],
    ['within the test', 'if x in ALLOWED:\n    os.system(x)'],
    ['assert', 'assert x in ALLOWED\nos.system(x)'],
    ['after strip and lower', 'if x.strip().lower() not in ALLOWED:\n    return\nos.system(x)'],
    ['a full match', 'if not re.fullmatch(r"[a-z]+", x):\n    raise ValueError\nos.system(f"git show {x}")'],
    ['only digits', 'if not x.isdigit():\n    raise ValueError\nos.system(f"kill {x}")'],
    ['one fixed text', 'if x == "status":\n    os.system(x)'],
    ['a validator', 'if not is_allowed(x):\n    return\nos.system(x)'],
    [
      'the host of a parsed address',
      'u = urlparse(x)\nif u.hostname not in ALLOWED:\n    raise ValueError\nrequests.get(u.geturl())',
    ],
    ['a validator that raises', 'validate_command(x)\nos.system(x)'],
    [
      'host of an address',
      'host = urlparse(x).hostname\nif host not in HOSTS:\n    raise ValueError\nrequests.get(x)',
    ],
    [
      'attribute of the parsed address',
      'u = urlparse(x)\nif u.hostname not in HOSTS:\n    raise ValueError\nrequests.get(x)',
    ],
    ['begin of an address', 'if not x.startswith("https://example.com/"):\n    return\nrequests.get(x)'],
    [
      'place of a path',
      'p = os.path.realpath(x)\nif not p.startswith("/srv/"):\n    raise ValueError\nopen(p)',
    ],
  ])('hides it: %s', (_, body) => expect(flagged(body)).toBe(false));

  it('hides it: a helper that looks where a path leads', () => {
    const helper =
      'from pathlib import Path\nROOT = Path("/srv")\ndef resolve(name):\n    path = (ROOT / name).resolve()\n    if ROOT not in path.parents:\n        raise ValueError(name)\n    return path\n';
    const use =
      'def run(question):\n    x = client.responses.create(model="m", input=question).output_text\n';
    const of = (sink: string): number =>
      analyzePython(`${HEAD}${helper}${use}    ${sink}\n`).findings.filter(
        ({ ruleId }) => ruleId === 'model-output-to-path',
      ).length;
    expect(of('resolve(x).read_text()')).toBe(0);
    expect(of('(ROOT / x).read_text()')).toBe(1);
  });

  it.each([
    ['no test', 'os.system(x)'],
    ['a test that goes on', 'if x not in ALLOWED:\n    print("unusual")\nos.system(x)'],
    ['outside of the test', 'if x in ALLOWED:\n    print("known")\nos.system(x)'],
    ['another value', 'if question not in ALLOWED:\n    raise ValueError\nos.system(x)'],
    [
      'the name of the tool',
      'for item in x:\n    if item.name == "shell":\n        os.system(item.input["command"])',
    ],
    [
      'the name of a tool that opens files',
      'for item in x:\n    if item.name == "read":\n        open(item.input["path"])',
    ],
    ['a word within it', 'if "rm" in x:\n    raise ValueError\nos.system(x)'],
    ['the test comes after', 'os.system(x)\nif x not in ALLOWED:\n    raise ValueError'],
    ['how a command begins', 'if not x.startswith("ls"):\n    return\nos.system(x)'],
    ['any address', 'if not x.startswith("https://"):\n    return\nrequests.get(x)'],
    ['a command whose exit is checked', 'subprocess.check_output(x, shell=True)\nos.system(x)'],
    ['an answer that is there at all', 'if not x:\n    return\nos.system(x)'],
  ])('does not hide it: %s', (_, body) => expect(flagged(body)).toBe(true));
});
