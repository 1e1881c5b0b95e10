import { expect, it } from 'vitest';
import { findingsOf, onlyFinding } from '../../support/findings-of';

const ID = 'untrusted-code-executed';

it.each([
  ['at once', 'exec(requests.get(url).text)'],
  ['through variables', 'response = requests.get(url)\nsource = response.content.decode()\nexec(source)'],
  ['compiled', 'exec(compile(requests.get(url).text, "<x>", "exec"))'],
  ['through a helper', 'def fetch():\n    return requests.get(url).text\n\nexec(fetch())'],
])('is an error with its way for a download: %s', (_, body) => {
  const { severity, path } = onlyFinding(ID, `import requests\n\n${body}\n`);
  expect(severity).toBe('error');
  expect(path.length).toBeGreaterThan(0);
});

it('gives one finding for a place, whatever is known of the text', () => {
  const ids = (code: string): readonly string[] =>
    [ID, 'dynamic-code-executed', 'model-output-executed'].filter((id) => findingsOf(id, code).length > 0);
  expect(ids('import requests\n\nexec(requests.get(url).text)\n')).toEqual([ID]);
  expect(ids('def run(source):\n    exec(source)\n')).toEqual(['dynamic-code-executed']);
  expect(
    ids('from openai import OpenAI\n\nexec(OpenAI().responses.create(model="m", input=q).output_text)\n'),
  ).toEqual(['model-output-executed']);
  expect(ids('exec("x = 1")\nexec(open("setup.py").read())\n')).toEqual([]);
});

it('takes the command line for the word of whoever runs the program', () => {
  expect(onlyFinding(ID, 'import sys\n\neval(sys.argv[1])\n').severity).toBe('info');
});
