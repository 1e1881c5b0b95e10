import { expect, it } from 'vitest';
import { scanProgram, type Program } from './scan-program';

/** A shell at the end of functions that call each other, each in a file of its own that has something for the rules too. */
function chainOf(length: number): Program {
  const steps = Array.from({ length }, (_, at): readonly [string, string] => [
    `step${at}.py`,
    `from step${at + 1} import go${at + 1}\n\ndef go${at}(text):\n    go${at + 1}(text)\n\neval(input())\n`,
  ]);
  return {
    ...Object.fromEntries(steps),
    [`step${length}.py`]: `import subprocess\n\ndef go${length}(text):\n    subprocess.run(text, shell=True)\n`,
    'main.py':
      'from openai import OpenAI\nfrom step0 import go0\n\ngo0(OpenAI().responses.create(model="m", input="1").output_text)\n',
  };
}

it('says that values were not followed to the end of many files in a row', async () => {
  const { problems } = await scanProgram(chainOf(8));
  expect(problems.map(({ path, kind, message }) => [path, kind, message.replace(/;.*/u, '')])).toEqual([
    ['', 'limit', 'Values were followed through many files in a row'],
  ]);
});

it('says nothing of that where everything was gone through', async () => {
  const { problems, results } = await scanProgram(chainOf(1));
  expect(problems).toEqual([]);
  expect(results.map(({ path }) => path)).toContain('main.py');
});
