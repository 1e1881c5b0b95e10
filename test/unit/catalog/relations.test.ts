import { describe, expect, it } from 'vitest';
import { crosswalk, crosswalkAxes } from '../../../src/catalog/crosswalk';
import { Relations } from '../../../src/catalog/relations';
import { builtInGuide } from '../../support/guide';

const guide = builtInGuide();
const relations = new Relations(guide);
const titlesOf = (kind: 'controls' | 'stages' | 'risks' | 'roles', id: string): string[] =>
  relations.groups(kind, id).map(({ title }) => title);

describe('relations', () => {
  it('are seen from both ends', () => {
    expect(relations.neighbours('risks', 'owasp-ml-2023:ML06', 'controls')).toContain('C06');
    expect(relations.neighbours('controls', 'C06', 'risks')).toContain('owasp-ml-2023:ML06');
  });

  it('stand under headings that say what they are from this end', () => {
    expect(titlesOf('risks', 'owasp-llm-2026:LLM04')).toEqual(
      expect.arrayContaining(['Controls that close it', 'Stages it touches', 'Weaknesses', 'Good practice']),
    );
    expect(titlesOf('controls', 'C25')).toEqual(
      expect.arrayContaining(['Stages', 'Risks it closes', 'Tools', 'In other frameworks', 'Evidence']),
    );
  });

  it('list each neighbour once under a heading', () => {
    for (const id of guide.controls.keys()) {
      for (const { title, entries } of relations.groups('controls', id)) {
        const ids = entries.map(({ kind, id: entry }) => `${kind}/${entry}`);
        expect(ids, `${id} ${title}`).toEqual([...new Set(ids)]);
      }
    }
  });

  it('of an unknown entry are none', () => {
    expect(relations.groups('controls', 'C99')).toEqual([]);
    expect(relations.neighbours('controls', 'C99', 'risks')).toEqual([]);
  });
});

describe('the crosswalk', () => {
  const cellOf = (rows: string, columns: string, row: string, column: string) => {
    const { rows: names, columns: others, cell } = crosswalk(guide, relations, rows, columns);
    return cell(
      names.findIndex(({ id }) => id === row),
      others.findIndex(({ id }) => id === column),
    );
  };

  it('joins what the list itself maps', () => {
    const cell = cellOf('owasp-llm-2026', 'csa-aicm', 'owasp-llm-2026:LLM04', 'csa-aicm:STA');
    expect(cell).toMatchObject({ direct: true, official: true });
  });

  it('joins what the same control answers, and names the control', () => {
    const cell = cellOf('nist-ssdf-1.1', 'csa-aicm', 'nist-ssdf-1.1:PS.2.1', 'csa-aicm:MDS-09');
    expect(cell?.direct).toBe(false);
    expect(cell?.via).toContain('C25');
  });

  it('leaves empty what nothing joins', () => {
    expect(cellOf('nist-ssdf-1.1', 'csa-aicm', 'nist-ssdf-1.1:PO.2.2', 'csa-aicm:MDS-09')).toBeUndefined();
  });

  it('is the same from both sides', () => {
    const one = crosswalk(guide, relations, 'owasp-ml-2023', 'mitre-atlas');
    const other = crosswalk(guide, relations, 'mitre-atlas', 'owasp-ml-2023');
    for (let row = 0; row < one.rows.length; row += 1) {
      for (let column = 0; column < one.columns.length; column += 1) {
        expect(one.cell(row, column)?.direct).toBe(other.cell(column, row)?.direct);
      }
    }
  });

  it('offers every framework and our own lists', () => {
    const ids = crosswalkAxes(guide).map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([...guide.frameworks.keys(), 'stages', 'controls', 'tools', 'roles']),
    );
  });

  it('of a framework that is not known is empty', () => {
    expect(crosswalk(guide, relations, 'nothing', 'cwe').rows).toEqual([]);
  });
});
