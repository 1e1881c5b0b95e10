import { describe, expect, it } from 'vitest';
import { signatureNameFor, signatureState } from '../../../../src/models/signing/signature-state';
import { certificate, keyPair } from '../../../support/signing/certificates';
import { bundleOf, chainOf, resourcesOf, statementOf } from '../../../support/signing/oms';
import { SigstoreInstance } from '../../../support/signing/sigstore-instance';

const key = keyPair();
const statement = statementOf(resourcesOf({ a: 'a' }));
const leaf = certificate({ subject: 'Own', key, extensions: [] });

describe('the signature beside a model', () => {
  it('is its own before that of the folder, and never itself', () => {
    const names = new Set(['a.onnx', 'a.onnx.sig', 'model.sig', 'b.onnx']);
    expect(signatureNameFor('a.onnx', names)).toBe('a.onnx.sig');
    expect(signatureNameFor('b.onnx', names)).toBe('model.sig');
    expect(signatureNameFor('model.sig', names)).toBeUndefined();
    expect(signatureNameFor('a.onnx', new Set(['a.onnx']))).toBeUndefined();
  });

  it.each([
    ['key', bundleOf({ statement, key })],
    ['certificate', bundleOf({ statement, key, material: chainOf(leaf) })],
    ['sigstore', new SigstoreInstance().sign({ statement })],
  ])('says that it takes a %s to verify it', (method, bundle) => {
    expect(signatureState('model.sig', JSON.stringify(bundle))).toEqual({ name: 'model.sig', method });
  });

  it('that is only a signature takes a key', () => {
    expect(signatureState('a.sig', 'MEUCIQ==')).toEqual({ name: 'a.sig', method: 'key' });
  });

  it.each([
    ['claims.jsonl', '{}\n', 'It is of a version before 1.0.'],
    ['model.sig', '{', 'The signature file is broken: '],
  ])('that cannot be verified says why: %s', (name, text, problem) => {
    const state = signatureState(name, text);
    expect(state.method).toBeUndefined();
    expect(state.problem).toContain(problem);
  });
});
