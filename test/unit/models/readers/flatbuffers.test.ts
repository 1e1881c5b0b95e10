import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatbuffer, type FlatFields } from '../../../support/models/flatbuffer';
import { bytes, le, SYSTEM, zip } from '../support/assemble';
import { evidence, inspect } from '../support/inspect';

const tflite = (...codes: readonly FlatFields[]): Uint8Array =>
  flatbuffer('TFL3', {
    0: { int: 3 },
    1: { tables: codes },
    2: { tables: [{ 0: { tables: [{ 1: { byte: 9 }, 3: { text: 'input' } }] } }] },
    3: { text: 'a test' },
  });
const custom = (name: string): FlatFields => ({ 0: { byte: 32 }, 1: { text: name }, 3: { int: 32 } });
const executorch = (...operators: readonly string[]): Uint8Array =>
  flatbuffer('ET12', {
    1: {
      tables: [{ 0: { text: 'forward' }, 6: { tables: operators.map((name) => ({ 0: { text: name } })) } }],
    },
  });

describe('TensorFlow Lite', () => {
  it('shows what the model says', () => {
    expect(inspect(tflite({ 0: { byte: 1 } }), 'model.bin')).toMatchObject({
      format: 'tflite',
      verdict: 'safe',
      findings: [],
      facts: { properties: [{ value: 'a test' }], tensors: [{ name: 'input', type: 'int8' }] },
    });
  });

  it.each([
    ['TFLite_Detection_PostProcess', 'safe'],
    ['FlexErf', 'safe'],
    ['FlexPyFunc', 'malicious'],
    ['FlexReadFile', 'malicious'],
    ['FlexWriteFile', 'malicious'],
    ['AcmeOperator', 'suspicious'],
  ])('judges the custom operator %s: %s', (name, verdict) => {
    const report = inspect(tflite(custom(name)), 'model.tflite');
    expect(report.verdict).toBe(verdict);
    expect(evidence(report)).toEqual(verdict === 'safe' ? [] : [name]);
  });

  it('takes files that follow it for its own, and looks into them', () => {
    const labels = zip([{ name: 'labels.txt', data: bytes('1 bird\n2 fish\n') }]);
    const harmful = zip([{ name: 'labels.pkl', data: SYSTEM }]);
    expect(inspect(bytes(tflite(custom('FlexErf')), labels), 'model.tflite')).toMatchObject({
      verdict: 'safe',
      findings: [],
    });
    expect(evidence(inspect(bytes(tflite(), harmful), 'model.tflite'))).toContain("os.system('id')");
  });
});

describe('ExecuTorch', () => {
  it('is safe with kernels that are known, suspicious with others', () => {
    expect(inspect(executorch('aten::add', 'quantized_decomposed::add'), 'model.pte')).toMatchObject({
      format: 'executorch',
      verdict: 'safe',
      facts: { properties: [{ name: 'method', value: 'forward' }] },
    });
    expect(evidence(inspect(executorch('aten::add', 'acme::run'), 'model.pte'))).toEqual(['acme::run']);
  });
});

describe('CatBoost', () => {
  it('shows what the model says', () => {
    const core = flatbuffer('\0\0\0\0', {
      0: { text: 'FlabuffersModel_v1' },
      2: { tables: [{ 0: { text: 'catboost_version_info' }, 1: { text: '1.2' } }] },
    });
    expect(inspect(bytes('CBM1', le(core.length, 4), core), 'model.bin')).toMatchObject({
      format: 'catboost',
      verdict: 'safe',
      facts: { properties: [{ name: 'version' }, { name: 'catboost_version_info', value: '1.2' }] },
    });
  });
});

describe('a FlatBuffer that is damaged', () => {
  it.each([
    ['TensorFlow Lite', tflite(custom('FlexPyFunc'))],
    ['ExecuTorch', executorch('acme::run')],
  ])('comes to an end, cut or changed: %s', (_name, file) => {
    for (let length = 0; length < file.length; length++) inspect(file.subarray(0, length), 'model.tflite');
    const change = fc.tuple(fc.nat(file.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const content = file.slice();
        for (const [at, value] of changes) content[at] = value;
        expect(inspect(content, 'model.tflite', { milliseconds: 5000 }).limits).not.toContain('milliseconds');
      }),
      { numRuns: 500 },
    );
  });
});
