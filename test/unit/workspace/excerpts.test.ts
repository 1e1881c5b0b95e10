import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../src/catalog/built-in';
import { Excerpts } from '../../../src/workspace/file-analysis/excerpts';

const excerpts = new Excerpts(builtInCatalog());
const KEY = ['hf', 'qWmZxTbLkRvNcYpHsGdJfUeAoIlKzXwVtB'].join('_');

describe('excerpt of a line', () => {
  it('is the trimmed line', () => {
    expect(excerpts.of('    model = load(path)\r')).toBe('model = load(path)');
  });

  it('never shows a key of a known provider', () => {
    const shown = excerpts.of(`login(token="${KEY}")`);
    expect(shown).not.toContain(KEY.slice(0, 12));
    expect(shown).toMatch(/^login\(token="hf_.…..?"\)$/u);
  });

  it('hides what the finding says is a secret, and nothing else that only looks random', () => {
    const line = 'model = AutoModelForSequenceClassificationWithALongName(key="s3cr3t-passphrase")';
    expect(excerpts.of(line, '"s3cr3t-passphrase"')).toBe(
      'model = AutoModelForSequenceClassificationWithALongName(key="…")',
    );
  });

  it('hides a value without quotes, and an address with a password', () => {
    expect(excerpts.of('DB_PASSWORD=Tr0ub4dor-3', 'Tr0ub4dor-3')).toBe('DB_PASSWORD=…');
    expect(excerpts.of('git clone https://me:s3cret@h/m.git', 'https://me:s3cret@h/m.git')).toBe(
      'git clone …',
    );
  });

  it('shows the name of a variable that holds a secret', () => {
    expect(excerpts.of('ask(f"{API_KEY}")', 'API_KEY')).toBe('ask(f"{API_KEY}")');
  });

  it('is cut after 160 characters, and a key at the cut is masked before', () => {
    const shown = excerpts.of(`${'x'.repeat(150)} "${KEY}"`);
    expect(shown).toHaveLength(160);
    expect(shown).not.toContain(KEY.slice(0, 8));
  });
});
