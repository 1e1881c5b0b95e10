import { describe, expect, it } from 'vitest';
import { bytes, le } from '../support/assemble';
import { inspect } from '../support/inspect';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const xgboost = (left: readonly number[]): Uint8Array =>
  encode(
    JSON.stringify({
      learner: {
        objective: { name: 'binary:logistic' },
        learner_model_param: { num_feature: '4' },
        gradient_booster: {
          name: 'gbtree',
          model: { trees: [{ left_children: left, right_children: [2, -1, -1] }] },
        },
      },
      version: [2, 1, 0],
    }),
  );
const lightgbm = (left: string): Uint8Array =>
  encode(
    `tree\nversion=v4\nnum_class=1\nobjective=binary sigmoid:1\n\nTree=0\nnum_leaves=3\nleft_child=${left}\nright_child=-2 -3\n\nend of trees\n`,
  );

describe('XGBoost', () => {
  it('as JSON: shows what the model says', () => {
    expect(inspect(xgboost([1, -1, -1]), 'model.bin')).toMatchObject({
      format: 'xgboost',
      verdict: 'safe',
      findings: [],
      facts: {
        properties: [
          { name: 'objective', value: 'binary:logistic' },
          { name: 'booster', value: 'gbtree' },
          { name: 'num_feature', value: '4' },
        ],
      },
    });
  });

  it('as JSON: tells a tree that leads out of itself', () => {
    expect(inspect(xgboost([99, -1, -1]), 'model.json')).toMatchObject({
      verdict: 'suspicious',
      findings: [{ message: 'Tree 0 leads out of its own nodes.' }],
    });
  });

  it('in the old binary form', () => {
    const old = bytes(
      le(0x3f000000, 4),
      le(4, 4),
      new Uint8Array(128),
      le(15, 8),
      'binary:logistic',
      le(6, 8),
      'gbtree',
    );
    expect(inspect(old, 'model.model')).toMatchObject({
      format: 'xgboost',
      facts: { properties: [{ name: 'objective', value: 'binary:logistic' }, { name: 'form' }] },
    });
  });
});

describe('LightGBM', () => {
  it('shows what the model says', () => {
    expect(inspect(lightgbm('1 -1'), 'model.txt')).toMatchObject({
      format: 'lightgbm',
      verdict: 'safe',
      findings: [],
      facts: {
        properties: [{ value: 'v4' }, { value: '1' }, { name: 'objective' }, { name: 'trees', value: '1' }],
      },
    });
  });

  it('tells a tree that leads out of itself, and a file that ends early', () => {
    expect(inspect(lightgbm('7 -1'), 'model.txt').verdict).toBe('suspicious');
    expect(inspect(lightgbm('1 -1').subarray(0, 90), 'model.txt').verdict).not.toBe('safe');
  });
});
