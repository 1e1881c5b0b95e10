import { describe, expect, it } from 'vitest';
import { bytes, SYSTEM, type Part } from '../support/assemble';
import { inspect } from '../support/inspect';

const big = (value: number, length: number): Part =>
  Array.from(
    { length },
    (_, at) => Math.floor((value < 0 ? value + 256 ** length : value) / 256 ** (length - 1 - at)) % 256,
  );
/** Keys and texts as XGBoost writes them: eight bytes of length. */
const key = (text: string): Part => ['L', big(text.length, 8), text];
const text = (content: string): Part => ['S', key(content)];
const object = (entries: Readonly<Record<string, Part>>): Part => [
  '{',
  Object.entries(entries).map(([name, value]) => [key(name), value]),
  '}',
];
const integers = (...values: readonly number[]): Part => [
  ['[$l#L', big(values.length, 8)],
  values.map((value) => big(value, 4)),
];
const floats = (count: number): Part => ['[$d#L', big(count, 8), new Uint8Array(4 * count)];
const tree = (...left: readonly number[]): Part =>
  object({
    base_weights: floats(3),
    left_children: integers(...left),
    right_children: integers(2, -1, -1),
    default_left: ['[$U#L', big(3, 8), 0, 1, 0],
  });
const model = (...trees: readonly Part[]): Uint8Array =>
  bytes(
    object({
      learner: object({
        feature_names: ['[', text('age'), text('höhe'.normalize('NFC').replace('ö', 'o')), ']'],
        gradient_booster: object({
          model: object({ trees: ['[#L', big(trees.length, 8), trees] }),
          name: text('gbtree'),
        }),
        learner_model_param: object({ num_feature: text('2') }),
        objective: object({ name: text('reg:squarederror') }),
      }),
      version: ['[#L', big(3, 8), 'i', 2, 'i', 1, 'i', 0],
    }),
  );

describe('XGBoost as UBJSON', () => {
  it('shows what the model says', () => {
    const { format, verdict, findings, facts } = inspect(model(tree(1, -1, -1)), 'model.ubj');
    expect({ format, verdict, findings }).toEqual({ format: 'xgboost', verdict: 'safe', findings: [] });
    expect(facts.properties.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'form=UBJSON',
      'objective=reg:squarederror',
      'booster=gbtree',
      'num_feature=2',
      'features=age, hohe',
    ]);
  });

  it('tells a tree that leads out of itself', () => {
    expect(inspect(model(tree(1, -1, -1), tree(99, -1, -1)), 'model.ubj')).toMatchObject({
      verdict: 'suspicious',
      findings: [{ message: 'Tree 1 leads out of its own nodes.' }],
    });
    expect(inspect(model(tree(1, -5, -1)), 'model.ubj').verdict).toBe('suspicious');
  });

  it('finds a pickle behind the model', () => {
    expect(inspect(bytes(model(tree(1, -1, -1)), SYSTEM), 'model.ubj').verdict).toBe('malicious');
  });

  it('says so when it ends too early, wherever that is', () => {
    const whole = model(tree(1, -1, -1));
    for (let length = 40; length < whole.length; length += 7) {
      const { format, verdict } = inspect(whole.subarray(0, length), 'model.ubj');
      expect([format, verdict]).toEqual(['xgboost', 'incomplete']);
    }
  });

  it.each([
    ['a text that is longer than the file', ['S', 'L', big(2 ** 50, 8)]],
    ['a negative length', ['S', 'l', big(-3, 4)]],
    ['more values than the file has room for', ['[$l#L', big(2 ** 50, 8)]],
    ['more values that take no room than are read', ['[$Z#L', big(2 ** 50, 8)]],
    ['a type without a number', ['[$l', big(1, 4), ']']],
    ['a marker of nothing known', ['?']],
    ['lists in lists without end', Array.from({ length: 5000 }, () => '[')],
  ] as [string, Part][])('%s is where the reading ends', (_name, part) => {
    const broken = bytes('{', key('learner'), '{', key('learner_model_param'), '{}', key('x'), part);
    expect(inspect(broken, 'model.ubj')).toMatchObject({
      format: 'xgboost',
      verdict: 'incomplete',
      findings: [{ message: expect.stringMatching(/^The model is no valid UBJSON from here on/u) as string }],
    });
  });
});
