import { describe, expect, test } from 'vitest';
import { MemorySource } from '../../../../src/models/bytes/byte-source';
import { inspectModel } from '../../../../src/models/inspect';
import { comparisonText } from '../../../../src/report/model/comparison-text';
import { checkpoint, hostileGguf, maliciousPickle } from '../../../support/models/editor-samples';
import { gguf } from '../../../support/models/gguf';
import { bytes, op, zip } from '../../models/support/assemble';

const textOf = (file: Uint8Array): string => comparisonText(inspectModel(new MemorySource(file)));
const linesOf = (file: Uint8Array): string[] => textOf(file).split('\n');

/** What a diff would mark. */
function difference(left: Uint8Array, right: Uint8Array): { gone: string[]; added: string[] } {
  const [before, after] = [linesOf(left), linesOf(right)];
  return {
    gone: before.filter((line) => !after.includes(line)),
    added: after.filter((line) => !before.includes(line)),
  };
}

describe('the report that is compared', () => {
  test('has verdict, format, findings, imports and members of an archive', () => {
    const lines = linesOf(checkpoint());
    expect(lines[0]).toMatch(/^Safe\./u);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Folder: model',
        'Imports',
        '  torch._utils._rebuild_tensor_v2  safe  (data.pkl)',
        'Members',
        '  data/0  data, 512 bytes',
      ]),
    );
    expect(textOf(maliciousPickle('/tmp/marker'))).toMatch(/^Malicious\.[^]*\n {2}malicious {2}.*touch/u);
  });

  test('has properties, tensors with their shapes, and texts line by line', () => {
    const lines = linesOf(hostileGguf());
    expect(lines).toContain('  general.architecture = llama');
    expect(lines).toContain('  {%- for message in messages %}');
    expect(lines.slice(lines.indexOf('Tensors') + 1)[0]).toMatch(/^ {2}\S+ {2}\d+ × \d+ {2}\w+$/u);
  });

  test('is in an order of its own, whatever the order of the file', () => {
    const one = ['general.architecture', 'llama'] as const;
    const other = ['general.name', 'Example'] as const;
    const file = (...properties: (readonly [string, string])[]): Uint8Array =>
      gguf({ properties: properties.map(([name, value]) => [name, value]) });
    expect(textOf(file(one, other))).toBe(textOf(file(other, one)));
    const [second, tenth] = [['layer.2', 'x'] as const, ['layer.10', 'x'] as const];
    expect(linesOf(file(tenth, second)).filter((line) => line.includes('layer'))).toEqual([
      '  layer.2 = x',
      '  layer.10 = x',
    ]);
  });

  test('differs in what an attacker added, and in nothing that only moved', () => {
    const harmless = bytes(op.proto(2), '}', '.');
    const harmful = bytes(op.proto(2), op.call1(op.global('os', 'system'), op.binText('true')), '0}', '.');
    const archive = (folder: string, pickle: Uint8Array): Uint8Array =>
      zip([
        { name: `${folder}/data.pkl`, data: pickle },
        { name: `${folder}/version`, data: new TextEncoder().encode('3\n') },
      ]);
    const { added } = difference(archive('early', harmless), archive('later', harmful));
    expect(added.some((line) => /^ {2}malicious .*os\.system/u.test(line))).toBe(true);
    expect(added.filter((line) => line.includes('version'))).toEqual([]);
    expect(difference(archive('early', harmful), archive('later', harmful))).toEqual({
      gone: ['Folder: early'],
      added: ['Folder: later'],
    });
  });

  test('cannot be broken into lines, or turned around, by what the file says', () => {
    const lines = linesOf(
      gguf({
        properties: [
          ['general.name', 'a\nVerdict: Safe'],
          ['tokenizer.chat_template', '{{ messages }}\n\u0007fas'],
        ],
      }),
    );
    expect(lines.filter((line) => /^Verdict/u.test(line))).toEqual([]);
    expect(lines).toContain('  general.name = a Verdict: Safe');
    expect(lines).toContain('  \\u0007fas');
  });
});
