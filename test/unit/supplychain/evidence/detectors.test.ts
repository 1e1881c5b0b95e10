import { describe, expect, it } from 'vitest';
import { compiledCatalog } from '../../../../scripts/catalog/compiled-catalog';
import { observeInventory } from '../../../../src/supplychain/evidence/inventory-evidence';
import { surveyFiles, type Files } from '../support/survey-files';
import { CODE_CASES } from './cases/code-cases';
import { PAPER_CASES } from './cases/paper-cases';
import { PIPELINE_CASES } from './cases/pipeline-cases';

const CASES = [...PAPER_CASES, ...PIPELINE_CASES, ...CODE_CASES];

async function said(evidence: string, files: Files): Promise<'yes' | 'no' | 'against'> {
  const { observations, inventory } = await surveyFiles(files);
  const own = [...observations, ...observeInventory(inventory)].filter((one) => one.evidence === evidence);
  if (own.some(({ holds }) => !holds)) return 'against';
  return own.length > 0 ? 'yes' : 'no';
}

describe('detectors of evidence', () => {
  it.each(CASES)('$evidence: $title: $expect', async ({ evidence, files, expect: expected }) => {
    expect(await said(evidence, files)).toBe(expected);
  });

  it('see every evidence of the catalog, and each has something that they do not take for it', () => {
    const positive = [...compiledCatalog().evidence.values()].filter(({ polarity }) => polarity === 'for');
    const without = positive
      .filter(
        ({ id }) =>
          !['yes', 'other'].every((wanted) =>
            CASES.some((one) => one.evidence === id && (one.expect === 'yes') === (wanted === 'yes')),
          ),
      )
      .map(({ id }) => id);
    expect(without).toEqual([]);
  });
});
