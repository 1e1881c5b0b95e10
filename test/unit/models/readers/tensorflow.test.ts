import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HARMFUL_CODE } from '../../../support/models/marshalled-code';
import { field, message } from '../../../support/models/protobuf';
import { evidence, inspect } from '../support/inspect';

const node = (op: string, ...more: readonly Uint8Array[]): Uint8Array =>
  message(field(1, 'n'), field(2, op), ...more);
const attribute = (key: string, text: string): Uint8Array =>
  field(5, message(field(1, key), field(2, message(field(2, text)))));
const library = (name: string, ...nodes: readonly Uint8Array[]): Uint8Array =>
  field(
    2,
    message(field(1, message(field(1, message(field(1, name))), ...nodes.map((each) => field(3, each))))),
  );
const savedModel = (graph: Uint8Array, ...more: readonly Uint8Array[]): Uint8Array =>
  message(
    field(1, 1),
    field(2, message(field(1, message(field(4, 'serve'), field(5, '2.21.0'))), field(2, graph), ...more)),
  );
const LAMBDA = JSON.stringify({
  class_name: 'Lambda',
  config: { function: [HARMFUL_CODE['3.10'], null, null], function_type: 'lambda' },
});

describe('a SavedModel', () => {
  it('is safe when its operations only compute', () => {
    const graph = message(
      field(1, node('Placeholder')),
      field(1, node('RestoreV2')),
      library('f', node('MatMul')),
    );
    expect(inspect(savedModel(graph), 'saved_model.pb')).toMatchObject({
      format: 'saved-model',
      verdict: 'safe',
      findings: [],
      facts: {
        properties: [
          { name: 'tag', value: 'serve' },
          { name: 'TensorFlow', value: '2.21.0' },
        ],
      },
    });
  });

  it.each([
    ['PyFunc', 'malicious'],
    ['EagerPyFunc', 'malicious'],
    ['PyFuncStateless', 'malicious'],
    ['ReadFile', 'malicious'],
    ['WriteFile', 'malicious'],
    ['MatchingFiles', 'malicious'],
    ['RpcCall', 'malicious'],
    ['TFRecordDataset', 'suspicious'],
    ['AcmeOperation', 'suspicious'],
  ])('judges %s, in the graph or in a function: %s', (op, verdict) => {
    for (const graph of [
      message(field(1, node(op))),
      message(field(1, node('Add')), library('f', node(op))),
    ]) {
      const report = inspect(savedModel(graph), 'saved_model.pb');
      expect(report.verdict).toBe(verdict);
      expect(evidence(report)).toEqual([op]);
    }
  });

  it('calls an operation known that is a function of the graph', () => {
    const graph = message(field(1, node('__inference_f')), library('__inference_f', node('Add')));
    expect(inspect(savedModel(graph), 'saved_model.pb').verdict).toBe('safe');
  });

  it('tells where operations write that should only show', () => {
    const print = (to: string): Uint8Array =>
      message(field(1, node('PrintV2', attribute('output_stream', to))));
    expect(inspect(savedModel(print('stderr')), 'm').verdict).toBe('safe');
    expect(inspect(savedModel(print('file:///tmp/x')), 'm').verdict).toBe('malicious');
  });

  it('tells assets that lie outside', () => {
    const asset = (name: string): Uint8Array => field(6, message(field(2, name)));
    const graph = message(field(1, node('Add')));
    expect(inspect(savedModel(graph, asset('vocabulary.txt')), 'm').verdict).toBe('safe');
    expect(inspect(savedModel(graph, asset('../../etc/passwd')), 'm').verdict).toBe('malicious');
  });

  it('finds the code of Lambda layers in its objects, and in the metadata beside it', () => {
    const object = message(field(4, message(field(1, '_tf_keras_layer'), field(3, LAMBDA))));
    const inside = savedModel(message(field(1, node('Add'))), field(7, message(field(1, object))));
    const beside = field(
      1,
      message(field(2, 1), field(3, 'root'), field(4, '_tf_keras_layer'), field(5, LAMBDA)),
    );
    expect(evidence(inspect(inside, 'saved_model.pb'))).toEqual(['__import__, system']);
    expect(evidence(inspect(beside, 'keras_metadata.pb'))).toEqual(['__import__, system']);
  });

  it('comes to an end, cut or changed', () => {
    const file = savedModel(message(field(1, node('PyFunc')), library('f', node('Add'))));
    for (let length = 0; length < file.length; length++) inspect(file.subarray(0, length), 'saved_model.pb');
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), (at, value) => {
        const content = file.slice();
        content[at] = value;
        expect(inspect(content, 'm', { milliseconds: 5000 }).limits).not.toContain('milliseconds');
      }),
      { numRuns: 500 },
    );
  });
});

describe('a graph by itself', () => {
  it('is recognised by the operations that it holds', () => {
    expect(inspect(message(field(1, node('MatMul'))), 'frozen')).toMatchObject({
      format: 'graph-def',
      verdict: 'safe',
    });
    expect(inspect(message(field(1, node('ReadFile'))), 'frozen').verdict).toBe('malicious');
  });
});
