import { readFileSync } from 'node:fs';
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

  it('for workflows name each action by its commit, and this tool by the version that wrote them', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
    const workflows = TEMPLATES.map(({ text }) => text).join('\n');
    const actions = [...workflows.matchAll(/uses: (\S+)(.*)/gu)];
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter(([line]) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(line))).toEqual([]);
    const tools = [...workflows.matchAll(/mlsecops-lens@(\S+)/gu)].map(([, named]) => named);
    expect(new Set(tools)).toEqual(new Set([version]));
  });
});
