import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load';
import { CatalogError, type CatalogProblem } from '../../../src/catalog/problem';
import { BASE, control, lifecycle, risk, stage } from './entries';

function problemsOf(data: unknown): readonly CatalogProblem[] {
  try {
    loadCatalog(isMapping(data) ? { ...BASE, ...data } : data);
  } catch (error) {
    if (error instanceof CatalogError) return error.problems;
    throw error;
  }
  return [];
}

const isMapping = (data: unknown): data is object =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const messagesOf = (data: unknown): string[] => problemsOf(data).map(({ message }) => message);

describe('loadCatalog', () => {
  it('gives entries by id, with what was left out filled in', () => {
    const catalog = loadCatalog({ ...BASE, risks: [risk('list:R1')] });
    expect(catalog.risks.get('list:R1')).toMatchObject({
      title: 'Title of list:R1',
      controls: [],
      links: [],
    });
    expect(catalog.stages.size).toBe(0);
  });

  it('names the place of a reference to nothing', () => {
    const data = { risks: [risk('list:R1'), risk('list:R2', { controls: ['C99'] })] };
    expect(problemsOf(data)).toEqual([
      { path: ['risks', 1, 'controls', 0], message: '"C99" is not in the catalog\'s controls' },
    ]);
  });

  it('finds references inside checks and roles', () => {
    const data = {
      lifecycles: [lifecycle(['a'])],
      stages: [
        stage('a', {
          checks: [{ title: 'Check', controls: ['C99'] }],
          roles: { lead: ['XX'], supports: ['YY'] },
        }),
      ],
    };
    expect(messagesOf(data).sort()).toEqual([
      '"C99" is not in the catalog\'s controls',
      '"XX" is not in the catalog\'s roles',
      '"YY" is not in the catalog\'s roles',
    ]);
  });

  it('refuses an id that is used twice', () => {
    expect(problemsOf({ risks: [risk('list:R1'), risk('list:R1')] })).toEqual([
      { path: ['risks', 1, 'id'], message: 'the id "list:R1" is already taken in risks' },
    ]);
  });

  it('refuses an unknown key and points at the key', () => {
    expect(problemsOf({ risks: [risk('list:R1', { severity: 'high' })] })).toEqual([
      { path: ['risks', 0, 'severity'], message: 'unknown key "severity"', atKey: true },
    ]);
  });

  it('refuses an unknown kind', () => {
    expect(messagesOf({ hazards: [] })[0]).toMatch(/^unknown kind "hazards"; known are lifecycles, stages/u);
  });

  it('says which key is missing', () => {
    const untitled = risk('list:R1');
    delete untitled['title'];
    expect(problemsOf({ risks: [untitled] })).toEqual([
      { path: ['risks', 0], message: 'the key "title" is missing' },
    ]);
  });

  it('says nothing more about the ids of an entry that is broken already', () => {
    const data = {
      lifecycles: [lifecycle(['a'])],
      stages: [stage('a', { shortTitle: 'Far too long for a node', controls: ['C01'] })],
      controls: [control('C01', ['a'])],
    };
    expect(messagesOf(data)).toEqual(['must not be longer than 16 characters']);
  });

  it('wants a control to name the stages that name it', () => {
    const data = {
      lifecycles: [lifecycle(['a'])],
      stages: [stage('a', { controls: ['C01'] })],
      controls: [control('C01')],
    };
    expect(messagesOf(data)).toEqual(['"C01" does not name "a" in return (controls.stages.*)']);
  });

  it('wants a stage to be in the list of its lifecycle', () => {
    const data = { lifecycles: [lifecycle([])], stages: [stage('a')] };
    expect(messagesOf(data)).toEqual(['"loop" does not name "a" in return (lifecycles.stages.*)']);
  });

  it('wants the same risk of two editions to name each other', () => {
    const data = { risks: [risk('list:R1', { same: ['list:R2'] }), risk('list:R2')] };
    expect(messagesOf(data)).toEqual(['"list:R2" does not name "list:R1" in return (risks.same.*)']);
  });

  it('wants stages numbered in the order of their lifecycle', () => {
    const data = { lifecycles: [lifecycle(['a', 'b'])], stages: [stage('a'), stage('b', { number: 3 })] };
    expect(messagesOf(data)).toEqual(['"b" is stage 2 of "loop", not 3']);
  });

  it('gives stages in the order of their lifecycle', () => {
    const data = { lifecycles: [lifecycle(['b', 'a'])], stages: [stage('a', { number: 2 }), stage('b')] };
    expect([...loadCatalog({ ...BASE, ...data }).stages.keys()]).toEqual(['b', 'a']);
  });

  it('wants flows to join stages of the same lifecycle', () => {
    const flows = [{ from: 'a', to: 'b', label: 'Things' }];
    const other = { ...lifecycle(['b']), id: 'other' };
    const data = {
      lifecycles: [lifecycle(['a'], { flows }), other],
      stages: [stage('a'), stage('b', { lifecycle: 'other' })],
    };
    expect(messagesOf(data)).toEqual(['"b" is not a stage of "loop"']);
  });

  it('wants links over https', () => {
    const data = { risks: [risk('list:R1', { links: [{ title: 'Page', url: 'http://example.org/' }] })] };
    expect(messagesOf(data)).toEqual(['must start with "https://"']);
  });

  it('wants the framework that the id of a risk begins with', () => {
    expect(problemsOf({ risks: [risk('other:R1')] })).toEqual([
      { path: ['risks', 0, 'id'], message: '"other" is not in the catalog\'s frameworks' },
    ]);
  });

  it('wants a source it knows', () => {
    expect(messagesOf({ risks: [risk('list:R1', { source: 'hearsay' })] })).toEqual([
      '"hearsay" is not in the catalog\'s sources',
    ]);
  });

  it('wants what replaces a retired id to say its kind and to exist', () => {
    const retired = (replacedBy: string) => ({
      retired: [{ id: 'X1', title: 'Old', replacedBy: [replacedBy] }],
    });
    expect(messagesOf(retired('R1'))).toEqual(['"R1" must be a kind and an id, as in "controls/C06"']);
    expect(messagesOf(retired('risks/list:R1'))).toEqual(['"list:R1" is not in the catalog\'s risks']);
  });

  it('wants the entries that a synonym stands for', () => {
    const synonyms = [{ words: ['thing'], entries: ['controls/C99'] }];
    expect(problemsOf({ synonyms })).toEqual([
      { path: ['synonyms', 0, 'entries', 0], message: '"controls/C99" is not in the catalog' },
    ]);
  });

  it('refuses a key format whose pattern is no regular expression', () => {
    const secret = { id: 's', provider: 'p', title: 't', prefix: 'x-', pattern: 'x-[a', environment: 'X' };
    expect(problemsOf({ secrets: [secret] })).toMatchObject([{ path: ['secrets', 0, 'pattern'] }]);
  });

  it('refuses the same API entry twice and keeps different ones for one call', () => {
    const api = { call: 'torch.load', is: 'deserialization', format: 'torch' };
    expect(messagesOf({ apis: [api, { ...api, format: 'pickle' }] })).toEqual([]);
    expect(messagesOf({ apis: [api, { ...api }] })).toEqual(['the same entry for "torch.load" stands twice']);
  });

  it('reports all problems together', () => {
    const data = { risks: [risk('list:R1', { controls: ['C98'], cwe: ['CWE-0'], atlas: ['AML.X'] })] };
    expect(messagesOf(data)).toHaveLength(3);
  });

  it.each([[null], [[]], ['text'], [7]])('refuses %j', (data) => {
    expect(messagesOf(data)).toEqual(['a catalog is a mapping from kind to list']);
  });
});
