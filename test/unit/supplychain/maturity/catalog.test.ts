import { describe, expect, it } from 'vitest';
import { RULES } from '../../../../src/analysis/rules/registry.generated';
import { templateOf } from '../../../../src/supplychain/templates/templates';
import { GUIDE } from '../support/assess-files';

const EVIDENCE = [...GUIDE.evidence.values()];
const AGAINST = EVIDENCE.filter(({ polarity }) => polarity === 'against');

describe('evidence of the catalog', () => {
  it('names rules that there are, and each evidence against has rules or says why not', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    expect(AGAINST.flatMap(({ rules }) => rules).filter((rule) => !ids.has(rule))).toEqual([]);
    expect(
      AGAINST.filter(({ rules, unruled }) => rules.length > 0 === (unruled !== undefined)).map(
        ({ id }) => id,
      ),
    ).toEqual([]);
  });

  it('has no rule under two kinds of evidence', () => {
    const rules = AGAINST.flatMap((one) => one.rules);
    expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([]);
  });

  it('says what each costs, and names templates that there are', () => {
    expect(EVIDENCE.filter(({ cost }) => cost === undefined).map(({ id }) => id)).toEqual([]);
    expect(
      EVIDENCE.filter(({ template }) => template !== undefined && templateOf(template) === undefined).map(
        ({ id }) => id,
      ),
    ).toEqual([]);
  });

  it('is all asked for or held against something', () => {
    const dimensions = [...GUIDE.maturityDimensions.values()];
    const used = new Set(
      dimensions.flatMap(({ asks, cappedBy }) => [...asks.flatMap(({ anyOf }) => anyOf), ...cappedBy]),
    );
    expect(EVIDENCE.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
