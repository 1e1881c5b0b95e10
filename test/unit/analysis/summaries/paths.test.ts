import { expect, it } from 'vitest';
import { sarifResult } from '../../../../src/report/sarif/sarif-result';
import { findingsIn, onlyFindingIn, scanProgram, type Program } from './scan-program';

const PROGRAM: Program = {
  'app/llm.py': `from openai import OpenAI

def ask(question):
    answer = OpenAI().responses.create(model="gpt-4o", input=question)
    return answer.output_text
`,
  'app/shell.py': `import subprocess

def run(command):
    subprocess.run(command, shell=True)
`,
  'app/main.py': `from app.llm import ask
from app.shell import run

run(ask("what now?"))
`,
};

it('shows the way of a value through the files, step by step', async () => {
  const { path } = await onlyFindingIn(PROGRAM, 'app/main.py');
  expect(
    path.map(({ file = 'here', location, label }) => `${file}:${location.start.line + 1} ${label}`),
  ).toEqual([
    'app/llm.py:4 what OpenAI returned',
    'app/llm.py:4 assigned to `answer`',
    'app/llm.py:5 returned by `ask()`',
    'here:4 what OpenAI returned',
    'app/shell.py:3 passed to `run()` as `command`',
    'app/shell.py:4 reaches `subprocess.run`',
  ]);
});

it('names the place of a wrapped download', async () => {
  const { path } = await onlyFindingIn(
    {
      'hub.py':
        'from transformers import AutoModel\n\ndef fetch(name):\n    return AutoModel.from_pretrained(name)\n',
      'main.py': 'from hub import fetch\n\nfetch("acme/tiny")\n',
    },
    'main.py',
  );
  expect(path.map(({ file = 'here', location }) => `${file}:${location.start.line + 1}`)).toEqual([
    'here:3',
    'hub.py:3',
    'hub.py:4',
  ]);
});

it('finds the same whatever the order of the files', async () => {
  const turned = Object.fromEntries(Object.entries(PROGRAM).reverse());
  expect(await findingsIn(turned)).toEqual(await findingsIn(PROGRAM));
});

it('counts a file once, also when it is looked at again, and not where it was only asked what its functions do', async () => {
  const { files, analyzed, results } = await scanProgram(PROGRAM);
  expect({ files, analyzed }).toEqual({ files: 3, analyzed: 2 });
  expect(results.map(({ path }) => path)).toEqual(['app/main.py']);
});

it('says in SARIF which file a step is in', async () => {
  const { results } = await scanProgram(PROGRAM);
  const [file] = results;
  const [finding] = file?.findings ?? [];
  if (!file || !finding) throw new Error('nothing was found');
  const result = sarifResult(finding, { file, artifactIndex: 0, rule: undefined, ruleIndex: -1 });
  const places = result.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => {
    const { artifactLocation, region } = location.physicalLocation;
    return `${artifactLocation.uri}:${region?.startLine}`;
  });
  expect(places).toEqual([
    'app/llm.py:4',
    'app/llm.py:4',
    'app/llm.py:5',
    'app/main.py:4',
    'app/shell.py:3',
    'app/shell.py:4',
    'app/main.py:4',
  ]);
});
