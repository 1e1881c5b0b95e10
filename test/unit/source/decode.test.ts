import { describe, expect, test } from 'vitest';
import { decodeSource } from '../../../src/source/decode';

const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('decoding of source files', () => {
  test.each([
    ['UTF-8', bytes('x = "é"'), 'x = "é"'],
    ['UTF-8 with a mark', bytes('\uFEFFx = 1'), 'x = 1'],
    [
      'a coding comment',
      latin('# -*- coding: latin-1 -*-\nx = "\u00e9"'),
      '# -*- coding: latin-1 -*-\nx = "é"',
    ],
    [
      'a coding comment in line two',
      latin('#!/bin/x\n# vim: set fileencoding=cp1252 :\n\u00e9'),
      '#!/bin/x\n# vim: set fileencoding=cp1252 :\né',
    ],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x78, 0, 0x3d, 0), 'x='],
    ['nothing', new Uint8Array(), ''],
  ])('%s', (_title, input, text) => {
    expect(decodeSource(input)).toEqual({ text, problems: [] });
  });

  test('bytes that do not fit are read as Latin-1, and that is told', () => {
    const decoded = decodeSource(latin('x = "\u00e9"'));
    expect(decoded.text).toBe('x = "é"');
    expect(decoded).toMatchObject({ problems: [{ kind: 'encoding' }] });
  });

  test('an encoding that nobody knows is told too', () => {
    expect(decodeSource(bytes('# coding: rot13\nx'))).toMatchObject({ problems: [{ kind: 'encoding' }] });
  });

  test('a coding comment behind code does not count', () => {
    expect(decodeSource(bytes('x = 1\n# coding: utf-16\n"é"'))).toMatchObject({ problems: [] });
  });

  test('binary is refused with the reason', () => {
    const decoded = decodeSource(Uint8Array.from({ length: 4_000 }, (_, at) => (at * 31) % 256));
    expect(decoded).toEqual({ text: undefined, reason: 'The file is binary, not text.' });
  });

  test('a single NUL is still text', () => {
    expect(decodeSource(bytes('x = "\0"')).text).toBe('x = "\0"');
  });
});
