import { describe, expect, it } from 'vitest';
import { Relations } from '../../../../src/catalog/relations';
import { crosswalkText } from '../../../../src/report/lifecycle/crosswalk-text';
import { csv } from '../../../../src/report/lifecycle/csv';
import { markdownRow } from '../../../../src/report/lifecycle/markdown-row';
import { smallGuide } from '../../diagram/support/small-guide';

const guide = smallGuide();
const relations = new Relations(guide);
const text = (rows: string, columns: string, format: 'csv' | 'markdown') =>
  crosswalkText({ guide, relations, rows, columns, format });

describe('a crosswalk', () => {
  it('as CSV is a matrix that says how row and column belong together', () => {
    expect(text('new', 'frame', 'csv').split('\r\n')).toEqual([
      'Id,Title,A,A.1,A.2,A.3',
      ',,Item A,Item A.1,Item A.2,Item A.3',
      'R1:2026,Risk R1,,via C01,via C01,',
      'R2:2026,Risk R2,,,,',
      '',
    ]);
  });

  it('as Markdown lists what belongs to each row', () => {
    const lines = text('stages', 'frame', 'markdown').split('\n');
    expect(lines).toContain('| Stage a |  | A.1 | A.2 (C01) |');
    expect(lines).toContain('| Stage b |  |  |  |');
  });

  it('of something unknown is refused with what looks like it', () => {
    expect(() => text('fram', 'new', 'csv')).toThrow('no framework is named "fram"; perhaps frame');
  });
});

describe('CSV', () => {
  it('quotes what holds a comma, a quote or a line break', () => {
    expect(csv([['a,b', 'say "x"', 'one\ntwo', 'plain']])).toBe('"a,b","say ""x""","one\ntwo",plain\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('keeps a spreadsheet from computing %j', (cell) => {
    expect(csv([[cell]])).toBe(`'${cell}\r\n`);
  });

  it('quotes a formula that needs it after making it harmless', () => {
    expect(csv([['=HYPERLINK("x","y")']])).toBe(`"'=HYPERLINK(""x"",""y"")"\r\n`);
  });
});

describe('a row of a Markdown table', () => {
  it('lets no cell end itself or begin markup', () => {
    expect(markdownRow(['a|b', '<b>x</b>', 'one\ntwo', '[l](u)'])).toBe(
      '| a\\|b | &lt;b>x&lt;/b> | one two | \\[l\\](u) |',
    );
  });
});
