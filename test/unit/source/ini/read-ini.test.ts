import { expect, it } from 'vitest';
import { readIni } from '../../../../src/source/ini/read-ini';
import { readValues, writtenAt } from '../../../support/read-values';

const TEXT =
  'registry=https://r.example\n[global]\nindex-url = https://x\ntrusted-host = a\n    b\n; note\n//r.example/:_authToken="abc"\nflag\nname: y\n';

it('reads sections, both signs, quotes and values that go on', () => {
  expect(readValues(TEXT, readIni(TEXT))).toEqual({
    registry: 'https://r.example',
    'global.index-url': 'https://x',
    'global.trusted-host': 'b',
    'global.//r.example/:_authToken': 'abc',
    'global.flag': 'true',
    'global.name': 'y',
  });
  expect(writtenAt(TEXT, readIni(TEXT), 'global.//r.example/:_authToken')).toBe('abc');
});

it('gives comments', () => {
  expect(readIni(TEXT).comments).toMatchObject([{ text: ' note', ownLine: true }]);
});

it('reads indented settings of a section one by one', () => {
  const text =
    '[core]\n    remote = a\n    autostage = true\n[extra]\n  index =\n    https://a\n    https://b\n';
  expect(readValues(text, readIni(text))).toEqual({
    'core.remote': 'a',
    'core.autostage': 'true',
    'extra.index': 'https://b',
  });
});
