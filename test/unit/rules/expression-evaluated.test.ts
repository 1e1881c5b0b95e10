import { expect, it } from 'vitest';
import { findingsOf, onlyFinding } from '../../support/findings-of';

const ID = 'expression-evaluated';
const frame = (line: string, parameters = 'df, text'): string =>
  `import pandas as pd\n\ndef select(${parameters}):\n    return ${line}\n`;

it.each([
  'df.query(text)',
  'df.query("a > " + text)',
  'df.query("a > %s" % text)',
  'df.query("a > {}".format(text))',
  'df.loc[df.a > 1].query(expr=text)',
  'df.dropna().eval(text, inplace=True)',
  'pd.DataFrame(rows).query(text)',
  'pd.eval(f"df.{text}")',
])('is information for a text that is put together: %s', (line) => {
  expect(onlyFinding(ID, frame(line))).toMatchObject({ severity: 'info' });
});

it.each([
  'df.query("a > @text")',
  'df.eval("b = a * 2")',
  'df.eval()',
  'collection.query(query_texts=[text])',
  'session.query(text)',
  'model.eval()',
  'df.query(f"a > {text:.2f}")',
])('is silent: %s', (line) => {
  expect(findingsOf(ID, frame(line))).toEqual([]);
});

it('takes the same name in a program without frames for something else', () => {
  expect(findingsOf(ID, 'def select(df, text):\n    return df.query(text)\n')).toEqual([]);
});

it('is an error with the way of the data for what a request holds', () => {
  const code =
    'import pandas as pd\nfrom fastapi import FastAPI\n\napp = FastAPI()\nframe = pd.read_csv("a.csv")\n\n@app.get("/rows")\ndef rows(where: str):\n    return frame.query(where).to_dict()\n';
  const { severity, path } = onlyFinding(ID, code);
  expect(severity).toBe('error');
  expect(path.length).toBeGreaterThan(0);
});

it('is an error for what a model answers, and reported once', () => {
  const code =
    'import pandas as pd\nfrom openai import OpenAI\n\nclient = OpenAI()\nframe = pd.read_csv("a.csv")\nanswer = client.responses.create(model="m", input=q).output_text\nprint(frame.dropna().query(answer))\n';
  const all = [...findingsOf(ID, code), ...findingsOf('model-output-executed', code)];
  expect(all.map(({ severity }) => severity)).toEqual(['error']);
});
