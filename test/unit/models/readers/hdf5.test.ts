import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspect } from '../support/inspect';

const read = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../../fixtures/models', name)));

describe('HDF5', () => {
  it('shows what a model of Keras says and holds', () => {
    expect(inspect(read('good.h5'), 'model.h5')).toMatchObject({
      format: 'keras-h5',
      verdict: 'safe',
      findings: [],
      facts: {
        properties: [{ name: 'keras_version', value: '2.15.0' }],
        tensors: [{ name: 'model_weights/kernel', shape: [2, 3], type: 'f4', size: 24 }],
        texts: [{ title: 'model_config', language: 'json' }],
      },
    });
  });

  it.each([
    ['lambda.h5', 'a text of variable length'],
    ['lambda-fixed.h5', 'a text of fixed length'],
    ['lambda-user-block.h5', 'after a user block'],
    ['lambda-latest.h5', 'in the newest form of the file'],
    ['lambda-dense.h5', 'among many attributes'],
  ])('finds the code of a Lambda layer in %s: %s', (name) => {
    expect(inspect(read(name), 'weights.bin')).toMatchObject({
      format: 'keras-h5',
      verdict: 'malicious',
      findings: [{ rule: 'code', code: '__import__, system' }],
    });
  });

  it.each([
    ['external-link.h5', 'The link /x0 leads to /y of another file: "/etc/hostname".'],
    ['external-links-dense.h5', 'The link /x11 leads to /y of another file: "/etc/hostname".'],
    ['external-data.h5', 'The numbers of /d are read from another file: "/etc/hostname".'],
    ['virtual.h5', 'The dataset /v is put together from other files: "../other.h5".'],
  ])('tells what %s takes from other files', (name, message) => {
    const report = inspect(read(name), 'model.h5');
    expect(report).toMatchObject({ format: 'hdf5', verdict: 'malicious' });
    expect(report.findings.map((finding) => finding.message)).toContain(message);
  });

  it('is never safe while the code is whole, whatever becomes of the structure', () => {
    const file = read('lambda.h5');
    const start = new TextDecoder('latin1').decode(file).indexOf('{"class_name"');
    const end = new TextDecoder('latin1').decode(file).indexOf('}}]}}', start) + 5;
    const change = fc.tuple(fc.nat(file.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const content = file.slice();
        for (const [at, value] of changes) if (at > 8 && (at < start || at >= end)) content[at] = value;
        expect(inspect(content, 'model.h5').verdict).not.toBe('safe');
      }),
      { numRuns: 300 },
    );
  });

  it('comes to an end wherever it is cut', () => {
    const file = read('lambda-latest.h5');
    for (let length = 0; length < file.length; length += 7) {
      const report = inspect(file.subarray(0, length), 'model.h5', { milliseconds: 5000 });
      expect(report.limits).not.toContain('milliseconds');
    }
  });
});
