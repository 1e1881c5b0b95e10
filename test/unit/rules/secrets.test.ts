import { describe, expect, it } from 'vitest';
import { exampleKey } from '../../../src/analysis/rule-support/example-keys';
import type { Finding } from '../../../src/analysis/finding';
import { applyEdits } from '../../../src/source/text-edit';
import { analyzePython, analyzeText } from '../../support/analyze';

const KEY = exampleKey('sk-proj-', 80);

function secretFindings(code: string): readonly Finding[] {
  return analyzePython(code).findings.filter(({ ruleId }) => ruleId === 'secret-in-source');
}

function fixed(code: string): string {
  const [fix] = secretFindings(code)[0]?.fixes ?? [];
  return applyEdits(code, fix?.edits ?? []);
}

describe('a key in source', () => {
  it('is never shown by message or subject', () => {
    const [finding] = secretFindings(`key = "${KEY}"\n`);
    expect(finding?.message).toContain('sk-p…');
    expect(JSON.stringify(finding)).not.toContain(KEY.slice(4, 20));
  });

  it('is pointed at inside a longer text', () => {
    const code = `text = "curl -H 'Authorization: Bearer ${KEY}'"\n`;
    const [finding] = secretFindings(code);
    expect(code.slice(finding?.range.start, finding?.range.end)).toBe(KEY);
  });

  it('is found when the literal is written in two pieces', () => {
    expect(secretFindings(`key = ("${KEY.slice(0, 30)}"\n       "${KEY.slice(30)}")\n`)).toHaveLength(1);
  });

  it('is found in a dictionary, a default and a docstring', () => {
    const code = `settings = {"key": "${KEY}"}\ndef f(key="${KEY}"):\n    """Use ${KEY}."""\n`;
    expect(secretFindings(code)).toHaveLength(3);
  });
});

describe('reading it from the environment', () => {
  it('adds the import', () => {
    expect(fixed(`from openai import OpenAI\n\nclient = OpenAI(api_key="${KEY}")\n`)).toBe(
      'import os\nfrom openai import OpenAI\n\nclient = OpenAI(api_key=os.environ["OPENAI_API_KEY"])\n',
    );
  });

  it('uses the name of a constant', () => {
    expect(fixed(`import os\n\nTEAM_OPENAI_KEY = "${KEY}"\n`)).toBe(
      'import os\n\nTEAM_OPENAI_KEY = os.environ["TEAM_OPENAI_KEY"]\n',
    );
  });

  it('is not offered where the program fills the environment, nor inside a longer text', () => {
    expect(secretFindings(`import os\nos.environ["A"] = "${KEY}"\n`)[0]?.fixes).toEqual([]);
    expect(secretFindings(`url = "https://h/?key=${KEY}"\n`)[0]?.fixes).toEqual([]);
  });
});

describe('a literal given to a client', () => {
  const literal = exampleKey('', 44);

  it('is probable without a known format', () => {
    const [finding] = secretFindings(`from together import Together\nc = Together(api_key="${literal}")\n`);
    expect(finding).toMatchObject({ confidence: 'probable', subject: 'API key' });
  });

  it('is nothing for a client that asks no model', () => {
    expect(secretFindings(`from shop import Client\nc = Client(token="${literal}")\n`)).toEqual([]);
  });

  it.each([
    'EMPTY',
    'not-needed',
    'lm-studio',
    'sk-no-key-required',
    'ollama',
    'your-api-key-goes-in-here-please',
  ])('%s is a stand-in', (text) => {
    expect(secretFindings(`from openai import OpenAI\nc = OpenAI(api_key="${text}")\n`)).toEqual([]);
  });
});

describe('a key in the output of a cell', () => {
  it('is pointed at by cell and place', () => {
    const text = `token ${KEY}`;
    const [finding] = analyzePython('', { outputs: [text] }).findings;
    expect(finding?.ruleId).toBe('secret-in-notebook-output');
    expect(text.slice(finding?.output?.text.start, finding?.output?.text.end)).toBe(KEY);
  });
});

describe('the key of a Firebase page', () => {
  const key = exampleKey('AIza', 35);
  const severities = (rest: string): readonly string[] =>
    analyzeText(`export const settings = { apiKey: '${key}', ${rest} };\n`, { path: 'src/page.ts' })
      .findings.filter(({ ruleId }) => ruleId === 'secret-in-source')
      .map(({ severity }) => severity);

  it('is information beside the other settings of the page', () => {
    expect(severities("authDomain: 'a.firebaseapp.com', projectId: 'a'")).toEqual(['info']);
  });

  it('is an error anywhere else', () => {
    expect(severities("model: 'gemini-2.5-pro'")).toEqual(['error']);
  });
});
