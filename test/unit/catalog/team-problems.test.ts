import { describe, expect, it } from 'vitest';
import { catalogOf, mergedWith } from '../../support/team-catalog';

const GOOD = '  - { id: GOOD, title: Good, summary: Fine., stages: [llm-release] }';

describe('a mistake in the catalog of a team', () => {
  it('is told at its line and column, and only its entry is left out', () => {
    const { problems, accepted } = mergedWith(
      catalogOf(
        'controls:',
        GOOD,
        '  - id: BAD',
        '    title: Bad',
        '    summary: Names a stage that is none.',
        '    stages: [llm-release, continuous-deploy]',
      ),
    );
    expect(problems).toEqual(['7:29 "continuous-deploy" is not in the catalog\'s stages']);
    expect(accepted).toEqual(['controls/GOOD']);
  });

  it.each([
    ['an unknown kind', ['hazards: []'], /^2:3 Unknown kind "hazards"; known are stages, risks/u],
    ['a kind that nobody adds to', ['frameworks: []'], /^2:3 Unknown kind "frameworks"/u],
    ['a kind without a list', ['controls: { id: A }'], /^2:13 "controls" must be a list/u],
    ['an entry that is none', ['controls: [ACME-1]'], /^2:14 Expected a mapping with an id/u],
    ['an entry without id', ['controls: [{ title: A }]'], /^2:14 The key "id" is missing/u],
    ['an id with spaces', ['tools: [{ id: "a b" }]'], /^2:17 An id is made of letters/u],
    ['an id that is a number', ['tools: [{ id: 7 }]'], /^2:17 An id is made of letters/u],
    ['a key that is none', ['tools: [{ id: scorecard, sumary: A }]'], /^2:28 Unknown key "sumary"/u],
    ['a missing text', ['tools: [{ id: new, title: A }]'], /^2:11 The key "summary" is missing/u],
    ['a text that is none', ['tools: [{ id: scorecard, title: 3 }]'], /^2:35 Expected a text, found/u],
    [
      'a list that must hold something',
      ['gaps: [{ id: g, title: A, summary: A, verdict: open, reason: R, stages: [] }]'],
      /must not be empty/iu,
    ],
    ['a new risk', ['risks: [{ id: "owasp-llm-2026:LLM99" }]'], /^2:17 .*can be changed here, not added/u],
    [
      'a link that is no web address',
      ['tools: [{ id: scorecard, links: [{ title: A, url: "javascript:alert(1)" }] }]'],
      /^2:53 Must start with "https:/u,
    ],
    [
      'a reference of no kind',
      ['risks: [{ id: "owasp-llm-2026:LLM04", source: WIKI }]'],
      /catalog's sources/u,
    ],
    [
      'a stage without place',
      ['stages: [{ id: s, title: A, summary: A }]'],
      /^2:12 A new stage needs "after"/u,
    ],
    [
      'a stage after one that does not exist',
      ['stages: [{ id: s, after: t, title: A, summary: A }]'],
      /^2:28 "t" is not in the catalog's stages/u,
    ],
    [
      'a stage in the other lifecycle',
      ['stages: [{ id: s, after: llm-deploy, lifecycle: mlsecops, title: A, summary: A }]'],
      /^2:51 "llm-deploy" is a stage of "llmsecops"/u,
    ],
    [
      'a built-in stage that is moved',
      ['stages: [{ id: llm-deploy, after: llm-release }]'],
      /^2:30 A built-in/u,
    ],
    ['a number', ['stages: [{ id: llm-deploy, number: 3 }]'], /^2:30 Numbers follow from the order/u],
    ['signals', ['stages: [{ id: llm-deploy, signals: { paths: [a] } }]'], /^2:30 By which files/u],
    ['"after" elsewhere', ['tools: [{ id: scorecard, after: slsa }]'], /^2:28 Unknown key "after"/u],
  ] as const)('such as %s is told', (_, lines, message) => {
    const { problems, accepted } = mergedWith(catalogOf(...lines));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
    expect(accepted).toEqual([]);
  });

  it('costs the second of two entries with one id', () => {
    const { problems, guide } = mergedWith(
      catalogOf('controls:', GOOD, GOOD.replace('title: Good', 'title: Other')),
    );
    expect(problems).toEqual(['4:13 The id "GOOD" stands twice in controls']);
    expect(guide.controls.get('GOOD')?.title).toBe('Good');
  });

  it('costs what names the entry, each told once', () => {
    const { problems, accepted } = mergedWith(
      catalogOf(
        'tools: [{ id: gate, title: Gate }]',
        'controls:',
        GOOD,
        '  - { id: A, title: A, summary: A, stages: [llm-release], tools: [gate] }',
        'risks:',
        '  - { id: "owasp-llm-2026:LLM04", controls: [A, GOOD] }',
        '  - { id: "owasp-llm-2026:LLM05", controls: [GOOD] }',
      ),
    );
    expect(problems).toEqual([
      '2:11 The key "summary" is missing',
      '5:69 "gate" is left out for a mistake of its own, and so is this entry',
      '7:48 "A" is left out for a mistake of its own, and so is this entry',
    ]);
    expect(accepted).toEqual(['controls/GOOD', 'risks/owasp-llm-2026:LLM05']);
  });

  it('costs the stages whose place depends on it', () => {
    const { problems, accepted } = mergedWith(
      catalogOf(
        'stages:',
        '  - { id: one, after: llm-deploy, title: One, summary: One., risks: [NONE] }',
        '  - { id: two, after: one, title: Two, summary: Two. }',
        '  - { id: round, after: about, title: R, summary: R. }',
        '  - { id: about, after: round, title: A, summary: A. }',
      ),
    );
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['3:72', '4:25', '5:27', '6:27']);
    expect(accepted).toEqual([]);
  });
});

describe('a catalog of a team that is meant to do harm', () => {
  it('is read up to 500 entries, and the first one too many is told', () => {
    const entries = Array.from({ length: 501 }, (_, at) => `  - { id: t${at}, title: T, summary: S. }`);
    const { problems, accepted } = mergedWith(catalogOf('tools:', ...entries));
    expect(problems).toEqual(['503:7 Only 500 entries are read; the rest is left out']);
    expect(accepted).toHaveLength(500);
  });

  it('has no endless texts', () => {
    const { problems } = mergedWith(catalogOf(`tools: [{ id: scorecard, summary: ${'['.repeat(5001)} }]`));
    expect(problems.length).toBeGreaterThan(0);
    const quoted = mergedWith(catalogOf(`tools: [{ id: scorecard, summary: "${'['.repeat(5001)}" }]`));
    expect(quoted.problems).toEqual(['2:37 Must not be longer than 5000 characters']);
  });

  it('has at most 100 mistakes told', () => {
    const ids = Array.from({ length: 5000 }, (_, at) => `n${at}`).join(', ');
    const { problems } = mergedWith(catalogOf(`tools: [{ id: scorecard, stages: [${ids}] }]`));
    expect(problems).toHaveLength(100);
  });

  it('cannot reach into objects', () => {
    const { problems } = mergedWith(
      catalogOf('tools: [{ id: scorecard, __proto__: { polluted: yes } }]', '__proto__: [{ id: a }]'),
    );
    expect(problems.length).toBeGreaterThan(0);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(mergedWith(catalogOf('tools: [{ id: __proto__, title: A, summary: B }]')).accepted).toEqual([]);
  });

  it.each([
    ['catalog: 3'],
    ['catalog: [a]'],
    ['catalog: { controls: { a: b } }'],
    ['catalog: { tools: [[[]]] }'],
  ])('never throws: %j', (text) => {
    expect(mergedWith(text).problems.length).toBeGreaterThan(0);
  });
});
