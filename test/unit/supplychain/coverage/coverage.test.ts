import { describe, expect, it } from 'vitest';
import { writeCoverage } from '../../../../src/report/coverage/coverage-reports';
import { COVERED_FRAMEWORKS, type Coverage } from '../../../../src/supplychain/coverage/coverage';
import { coverageOf } from '../../../../src/supplychain/coverage/coverage-of';
import { assessFiles, GUIDE } from '../support/assess-files';
import { MUCH, NOTHING } from '../support/repositories';

async function covered(framework: string, files: Record<string, string>): Promise<Coverage> {
  const coverage = coverageOf(framework, await assessFiles(files), GUIDE);
  if (!coverage) throw new Error(`${framework} is not in the guide`);
  return coverage;
}

const item = ({ items }: Coverage, label: string) => items.find((one) => one.label === label);

describe('coverage of a framework', () => {
  it('names the evidence for an item and what was found against it', async () => {
    expect(item(await covered('owasp-ml-2023', NOTHING), 'ML06')).toMatchObject({
      state: 'against',
      found: [],
      against: [{ id: 'NEG-PICKLE-LOAD', count: 1 }],
    });
    const much = item(await covered('owasp-ml-2023', MUCH), 'ML06');
    expect(much).toMatchObject({ state: 'evidence', against: [] });
    expect(much?.found).toContain('EV-MODELSCAN');
  });

  it.each(COVERED_FRAMEWORKS)('of %s says something of every item', async (framework) => {
    const { items, counts } = await covered(framework, MUCH);
    expect(items.length).toBeGreaterThan(0);
    expect(counts.evidence + counts.against + counts.both + counts.silent).toBe(items.length);
    expect(counts.evidence).toBeGreaterThan(0);
  });

  it('is undefined for a framework that there is not', async () => {
    expect(coverageOf('iso-0', await assessFiles(NOTHING), GUIDE)).toBeUndefined();
  });

  it('is written as a table, as values and as text, and never as compliance', async () => {
    const coverage = await covered('owasp-llm-2026', MUCH);
    const rows = writeCoverage(coverage, 'csv', GUIDE).split('\r\n');
    expect(rows[0]).toBe('Item,Title,State,Evidence,Attested,Against,Controls');
    expect(rows).toHaveLength(coverage.items.length + 2);
    expect(writeCoverage(coverage, 'markdown', GUIDE)).toContain('not a statement of compliance');
    expect(JSON.parse(writeCoverage(coverage, 'json', GUIDE))).toMatchObject({ framework: 'owasp-llm-2026' });
    expect(writeCoverage(coverage, 'text', GUIDE)).toContain('LLM01');
  });
});
