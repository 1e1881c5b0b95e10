import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withOwnTables } from '../../../scripts/models/model-page';
import { FORMAT_SAMPLES } from '../../support/models/samples/format-samples';
import { inspect } from './support/inspect';

describe('samples of all formats', () => {
  it.each(FORMAT_SAMPLES.map((sample) => [sample.format, sample] as const))(
    '%s: the honest one is safe, the harmful one is not',
    (_format, { name, benign, harmful }) => {
      expect(inspect(benign, name)).toMatchObject({ verdict: 'safe', findings: [] });
      expect(['suspicious', 'malicious']).toContain(inspect(harmful, name).verdict);
    },
  );

  it('are told in docs/model-samples.md as they are judged today (npm run models:table)', () => {
    const page = readFileSync(join(__dirname, '../../../docs/model-samples.md'), 'utf8');
    expect(withOwnTables(page)).toBe(page);
  });
});
