import { describe, expect, it } from 'vitest';
import { allTemplates } from '../../../../src/supplychain/templates/templates';
import { surveyFiles } from '../support/survey-files';

const TEMPLATES = allTemplates();
const PAGES = TEMPLATES.filter(({ path }) => path.endsWith('.md'));

describe('templates', () => {
  it.each(TEMPLATES)('$id is clean by our own rules', async ({ path, text }) => {
    const { summary } = await surveyFiles({ [path]: text });
    expect(summary.results.flatMap(({ findings, problems }) => [...findings, ...problems])).toEqual([]);
  });

  it.each(PAGES)('$id counts as nothing before it is filled in, and then does', async ({ path, text }) => {
    const empty = await surveyFiles({ [path]: text });
    expect(empty.observations).toEqual([]);
    const words =
      'We answer within a day, contain what went wrong and tell everybody who is concerned by it.';
    const filled = await surveyFiles({ [path]: text.replace(/<fill in: [^>]*>/gu, words) });
    expect(filled.observations.length).toBeGreaterThan(0);
  });

  it('for workflows are evidence as they are', async () => {
    const { observations } = await surveyFiles(
      Object.fromEntries(TEMPLATES.map(({ path, text }) => [path, text])),
    );
    const found = new Set(observations.filter(({ holds }) => holds).map(({ evidence }) => evidence));
    const expected = [
      'EV-CI',
      'EV-PERMS',
      'EV-PINNED-ACTIONS',
      'EV-SCORECARD',
      'EV-SAST',
      'EV-MODELSCAN',
      'EV-SBOM',
      'EV-AIBOM',
      'EV-OMS-SIGN',
      'EV-OMS-VERIFY',
      'EV-UPDATEBOT',
    ];
    expect(expected.filter((id) => !found.has(id))).toEqual([]);
    expect(observations.filter(({ holds }) => !holds)).toEqual([]);
  });
});
