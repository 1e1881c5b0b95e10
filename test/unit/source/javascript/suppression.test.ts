import { describe, expect, it } from 'vitest';
import { suppressFix } from '../../../../src/analysis/suppression/suppress-fix';
import { applyEdits } from '../../../../src/source/text-edit';
import { analyzeText } from '../../../support/analyze';
import { readScript } from './read-script';

const ASK =
  "import OpenAI from 'openai';\nconst { output_text: text } = await new OpenAI().responses.create({ model: 'm', input });\n";

function shown(code: string): readonly string[] {
  return analyzeText(code, { path: 'src/app.tsx' })
    .findings.map(({ ruleId }) => ruleId)
    .filter((id) => /^(?:model-output-(?:executed|to-html)|unused-suppression)$/u.test(id));
}

describe('a comment that hides a finding', () => {
  it.each([
    ['behind the line', 'eval(text); // mlsecops: ignore[model-output-executed] checked'],
    ['above the statement', '// mlsecops: ignore[model-output-executed]\neval(text);'],
    ['between slash and star', 'eval(text); /* mlsecops: ignore[model-output-executed] checked */'],
    [
      'above an element of JSX',
      'export const A = () => (\n  <div>\n    {/* mlsecops: ignore[model-output-to-html] */}\n    <p dangerouslySetInnerHTML={{ __html: text }} />\n  </div>\n);',
    ],
  ])('%s', (_title, code) => {
    expect(shown(ASK + code)).toEqual([]);
  });

  it('is told when it hides nothing', () => {
    expect(shown('// mlsecops: ignore[model-output-executed]\nrun();')).toEqual(['unused-suppression']);
  });

  it.each([
    ['behind the line', 'eval(text);\nend();'],
    ['above, where the line goes on in a template', 'eval(`${text}\n`);'],
    [
      'above the statement, where the line is markup',
      'const a = (\n  <p\n    dangerouslySetInnerHTML={{ __html: text }}\n  />\n);',
    ],
  ])('is written as a comment of the language: %s', (_title, code) => {
    const whole = ASK + code;
    const [finding] = analyzeText(whole, { path: 'src/app.tsx' }).findings.filter(({ ruleId }) =>
      ruleId.startsWith('model-output-'),
    );
    if (!finding) throw new Error('nothing was found');
    const fixed = applyEdits(whole, suppressFix(readScript(whole), finding).edits);
    expect(fixed).toContain('// mlsecops: ignore[');
    expect(shown(fixed)).toEqual([]);
  });
});
