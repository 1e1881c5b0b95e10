import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulesMadeFiles } from '../../../scripts/generate/from-rules';
import { replaceBlock } from '../../../scripts/generate/markdown';

const root = join(__dirname, '../../..');

describe('generated files', () => {
  it.each(rulesMadeFiles(root).map((file) => [file.path, file] as const))(
    '%s is up to date',
    (path, { content }) => {
      expect(readFileSync(join(root, path), 'utf8'), 'run `npm run generate`').toBe(content);
    },
  );

  it('are refused a block whose markers are gone', () => {
    expect(() => replaceBlock('no markers', 'rules', '')).toThrow(/markers/u);
  });
});
