import { expect, it } from 'vitest';
import { readDotenv } from '../../../../src/source/dotenv/read-dotenv';
import { readValues, writtenAt } from '../../../support/read-values';

const TEXT = '# c\nexport A=1\nB="x\\ny" # no\nC=\'q\' \nD=val#notc # com\nE=\nF=a b\nG="two\nlines"\n';

it('reads names and values in every spelling', () => {
  expect(readValues(TEXT, readDotenv(TEXT))).toEqual({
    A: '1',
    B: 'x\ny',
    C: 'q',
    D: 'val#notc',
    E: '',
    F: 'a b',
    G: 'two\nlines',
  });
});

it('knows where values stand', () => {
  const read = readDotenv(TEXT);
  expect(writtenAt(TEXT, read, 'D')).toBe('val#notc');
  expect(writtenAt(TEXT, read, 'C')).toBe('q');
  expect(writtenAt(TEXT, read, 'B')).toBe('x\\y');
});

it('gives comments on a line of their own', () => {
  expect(readDotenv(TEXT).comments[0]).toMatchObject({ text: ' c', ownLine: true });
});
