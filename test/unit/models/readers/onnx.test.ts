import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { field, message } from '../../../support/models/protobuf';
import { evidence, inspect } from '../support/inspect';

const node = (op: string, domain = '', ...more: readonly Uint8Array[]): Uint8Array =>
  field(1, message(field(1, 'x'), field(2, 'y'), field(4, op), field(7, domain), ...more));
const tensor = (...more: readonly Uint8Array[]): Uint8Array =>
  message(field(1, 2), field(1, 3), field(2, 1), field(8, 'w'), ...more);
const external = (location: string): Uint8Array =>
  message(field(13, message(field(1, 'location'), field(2, location))), field(14, 1));
const model = (...graph: readonly Uint8Array[]): Uint8Array =>
  message(
    field(1, 8),
    field(2, 'test'),
    field(7, message(...graph)),
    field(8, message(field(1, ''), field(2, 18))),
    field(14, message(field(1, 'license'), field(2, 'MIT'))),
  );
const verdict = (...graph: readonly Uint8Array[]): string => inspect(model(...graph), 'model.onnx').verdict;

describe('ONNX', () => {
  it('shows what the model says and holds', () => {
    expect(
      inspect(model(node('MatMul'), field(5, tensor(field(9, 'x'.repeat(24))))), 'weights'),
    ).toMatchObject({
      format: 'onnx',
      verdict: 'safe',
      findings: [],
      facts: {
        properties: [
          { name: 'IR version', value: '8' },
          { name: 'producer', value: 'test' },
          { name: 'operator set', value: '18' },
          { name: 'license', value: 'MIT' },
        ],
        tensors: [{ name: 'w', shape: [2, 3], type: 'float', size: 24 }],
      },
    });
  });

  it.each([
    ['weights.bin', 'safe'],
    ['data/weights.bin', 'safe'],
    ['/etc/passwd', 'malicious'],
    ['../../../etc/passwd', 'malicious'],
    ['C:\\Windows\\win.ini', 'malicious'],
    ['data\\..\\..\\x', 'malicious'],
    ['data\\x.bin', 'suspicious'],
    ['*/_ORT_MEM_ADDR_/*', 'malicious'],
    ['', 'suspicious'],
  ])('judges numbers that are in "%s": %s', (location, expected) => {
    expect(verdict(node('Add'), field(5, tensor(external(location))))).toBe(expected);
  });

  it.each([
    ['Gelu', '', 'safe'],
    ['LinearRegressor', 'ai.onnx.ml', 'safe'],
    ['FusedMatMul', 'com.microsoft', 'safe'],
    ['BpeTokenizer', 'ai.onnx.contrib', 'safe'],
    ['PyOp', 'ai.onnx.contrib', 'malicious'],
    ['PythonOp', 'com.microsoft', 'malicious'],
    ['Anything', 'acme.ops', 'suspicious'],
    ['NoSuchOperator', '', 'suspicious'],
  ])('judges the operator %s of "%s": %s', (op, domain, expected) => {
    expect(verdict(node(op, domain))).toBe(expected);
  });

  it('looks into graphs within nodes, and at tensors of attributes', () => {
    const attribute = (...parts: readonly Uint8Array[]): Uint8Array =>
      field(5, message(field(1, 'then'), ...parts));
    const branch = attribute(field(6, message(node('PyOp', 'ai.onnx.contrib'))));
    expect(evidence(inspect(model(node('If', '', branch)), 'm'))).toEqual(['ai.onnx.contrib::PyOp']);
    expect(verdict(node('Constant', '', attribute(field(5, tensor(external('/x'))))))).toBe('malicious');
  });

  it('takes operators that the model defines for known, and looks into them', () => {
    const defined = (inner: string): Uint8Array =>
      message(
        model(node('Mine', 'acme')),
        field(25, message(field(1, 'Mine'), field(10, 'acme'), field(7, message(field(4, inner))))),
      );
    expect(inspect(defined('Add'), 'm').verdict).toBe('safe');
    expect(inspect(defined('PyOp'), 'm').verdict).toBe('malicious');
  });

  it('finds an operator whatever is changed elsewhere, and ends wherever it is cut', () => {
    const file = model(node('MatMul'), node('PyOp', 'ai.onnx.contrib'));
    for (let length = 0; length < file.length; length++) inspect(file.subarray(0, length), 'model.onnx');
    const change = fc.tuple(fc.nat(file.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const content = file.slice();
        for (const [at, value] of changes) content[at] = value;
        expect(inspect(content, 'model.onnx', { milliseconds: 5000 }).limits).not.toContain('milliseconds');
      }),
      { numRuns: 500 },
    );
  });

  it('does not read the numbers of a tensor', () => {
    const head = model(node('Add')).length;
    expect(head).toBeLessThan(100);
    const large = model(node('Add'), field(5, tensor(field(9, new Uint8Array(3_000_000)))));
    expect(inspect(large, 'm', { bytes: 1000 })).toMatchObject({ verdict: 'safe', limits: [] });
  });
});
