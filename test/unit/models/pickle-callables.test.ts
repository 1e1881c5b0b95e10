import { describe, expect, it } from 'vitest';
import { HARMFUL_CALLS } from '../../support/models/evasions/harmful-calls';
import { bytes, op, SYSTEM, type Part } from './support/assemble';
import { evidence, inspect } from './support/inspect';

const ID = op.text('id');
const pickle = (...parts: readonly Part[]): Uint8Array => bytes(op.proto(4), ...parts, '.');
const system = op.stackGlobal('os', 'system');

const SUSPICIOUS: readonly (readonly [what: string, content: Uint8Array])[] = [
  ['a class of the script', pickle(op.stackGlobal('__main__', 'Net'), ')', op.newObj)],
  ['a class of an unknown package', pickle(op.stackGlobal('acme.models', 'Net'), ')', op.newObj)],
  ['a call of an unknown function', pickle(op.call1(op.stackGlobal('acme', 'make'), ID))],
  ['a harmless function that is called', pickle(op.call1(op.stackGlobal('numpy', 'sum'), op.list('K', 1)))],
  ['an extension code', pickle(0x82, 7)],
  ['a persistent id outside of PyTorch', pickle(ID, 'Q')],
  [
    'code that is made and not called',
    pickle(op.call1(op.stackGlobal('cloudpickle.cloudpickle', '_make_function'), 'N')),
  ],
  [
    'a getter of internals that is not used',
    pickle(op.call1(op.stackGlobal('operator', 'attrgetter'), op.text('__globals__'))),
  ],
  [
    'a getter that is called',
    pickle(op.call1(op.call1(op.stackGlobal('operator', 'itemgetter'), ['K', 0]), op.list('N'))),
  ],
  [
    'a constructor where only attributes are restored',
    pickle(op.call2(op.stackGlobal('fastai.learner', 'Learner'), ID, ID)),
  ],
  [
    'an instance of a class that the file carries',
    pickle(op.call1(op.stackGlobal('cloudpickle.cloudpickle', '_make_skeleton_class'), 'N'), ')', op.newObj),
  ],
  [
    'what is re-exported under a safe roof',
    pickle(op.call1(op.stackGlobal('sklearn.utils.fixes', 'Parallel'), 'N')),
  ],
];

const SAFE: readonly (readonly [what: string, content: Uint8Array])[] = [
  ['plain data', pickle('}', op.text('a'), 'K', 1, 's')],
  [
    'a bound method of an enumeration',
    pickle(
      op.call2(
        op.stackGlobal('builtins', 'getattr'),
        op.stackGlobal('transformers.trainer_utils', 'IntervalStrategy'),
        op.text('STEPS'),
      ),
    ),
  ],
  [
    'a generic type',
    pickle(
      op.call2(
        op.stackGlobal('_operator', 'getitem'),
        op.stackGlobal('typing', 'List'),
        op.stackGlobal('builtins', 'int'),
      ),
    ),
  ],
  ['the type of None', pickle(op.call1(op.stackGlobal('builtins', 'type'), 'N'))],
  [
    'partial of a safe class',
    pickle(op.call1(op.stackGlobal('functools', 'partial'), op.stackGlobal('builtins', 'int'))),
  ],
  [
    'bytes of protocol 2',
    bytes(
      op.proto(2),
      op.call2(op.global('_codecs', 'encode'), op.binText('abc'), op.binText('latin1')),
      '.',
    ),
  ],
  [
    'an estimator',
    pickle(
      op.stackGlobal('sklearn.linear_model._logistic', 'LogisticRegression'),
      ')',
      op.newObj,
      '}',
      op.text('C'),
      'K',
      1,
      's',
      'b',
    ),
  ],
  ['a getter for a column', pickle(op.call1(op.stackGlobal('operator', 'itemgetter'), op.text('age')))],
  [
    'a choice of types',
    pickle(
      op.call2(
        op.stackGlobal('_functools', 'reduce'),
        op.stackGlobal('_operator', 'or_'),
        op.list(op.stackGlobal('builtins', 'int'), op.stackGlobal('builtins', 'str')),
      ),
    ),
  ],
  ['an enumeration', pickle(op.call1(op.stackGlobal('TTS.config.shared_configs', 'Mode'), ['K', 1]))],
  [
    'a named tuple of protocol 2',
    pickle(
      op.call1(
        op.call2(
          op.stackGlobal('builtins', 'getattr'),
          op.stackGlobal('scipy.stats._stats_py', 'LinregressResult'),
          op.text('__new__'),
        ),
        op.stackGlobal('scipy.stats._stats_py', 'LinregressResult'),
      ),
    ),
  ],
  ['a function that is only named', pickle(op.stackGlobal('numpy', 'log1p'))],
];

describe('what a pickle calls', () => {
  it.each(HARMFUL_CALLS)('is malicious: %s', (_what, content, shows) => {
    const report = inspect(content);
    expect(report.verdict).toBe('malicious');
    expect(evidence(report).join('\n')).toContain(shows);
  });

  it.each(SUSPICIOUS)('is suspicious: %s', (_what, content) => {
    expect(inspect(content).verdict).toBe('suspicious');
  });

  it.each(SAFE)('is safe: %s', (_what, content) => {
    const { findings, verdict } = inspect(content);
    expect(findings).toEqual([]);
    expect(verdict).toBe('safe');
  });

  it('is told with opcode, offset and what it does', () => {
    expect(inspect(SYSTEM).findings).toMatchObject([
      {
        verdict: 'malicious',
        rule: 'call',
        does: 'execute',
        opcode: 'REDUCE',
        offset: 21,
        code: "os.system('id')",
      },
    ]);
  });

  it('is counted where it comes again', () => {
    const [finding] = inspect(pickle(op.call1(system, ID), '0', op.call1(system, ID))).findings;
    expect(finding?.count).toBe(2);
  });

  it('loads with weights_only only what that loader takes', () => {
    const report = (content: Uint8Array): boolean | undefined => inspect(content).pickles[0]?.weightsOnly;
    const ordered = (name: string): Uint8Array => bytes(op.proto(2), op.global('collections', name), ')R.');
    expect(report(ordered('OrderedDict'))).toBe(true);
    expect(report(ordered('deque'))).toBe(false);
  });
});
