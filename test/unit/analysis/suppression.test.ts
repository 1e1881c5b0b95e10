import { describe, expect, it } from 'vitest';
import { suppressFix } from '../../../src/analysis/suppression/suppress-fix';
import { applyEdits } from '../../../src/source/text-edit';
import { PythonFrontEnd } from '../../../src/source/python/python-front-end';
import { analyzePython } from '../../support/analyze';

const LOAD = 'import pickle\n\ndef read(data):\n    return pickle.loads(data)\n';

function ids(code: string): readonly string[] {
  return analyzePython(code).findings.map(({ ruleId }) => ruleId);
}

/** Applies "Ignore ... here" to the first finding and gives the new text. */
function ignoreFirst(code: string): string {
  const [finding] = analyzePython(code).findings;
  if (!finding) throw new Error('nothing to ignore');
  return applyEdits(code, suppressFix(new PythonFrontEnd().parse(code).model, finding).edits);
}

describe('ignore comments', () => {
  it('hide the finding on their line and keep the reason', () => {
    const analysis = analyzePython(
      LOAD.replace('(data)\n', '(data)  # mlsecops: ignore[unsafe-pickle-load] our own\n').replace(
        'def read(data)  #',
        'def read(data)',
      ),
    );
    expect(analysis.suppressed.map(({ reason }) => reason)).toContain('our own');
    expect(analysis.findings.map(({ ruleId }) => ruleId)).not.toContain('unsafe-pickle-load');
  });

  it('on a line of their own hide the next statement, however long', () => {
    expect(
      ids(
        'import pickle\n\ndef read(data):\n    # mlsecops: ignore[unsafe-pickle-load] our own\n    x = (\n        pickle.loads(\n            data\n        )\n    )\n    return x\n',
      ),
    ).toEqual([]);
  });

  it('hide no other rule and no other line', () => {
    const other = LOAD.replace('loads(data)\n', 'loads(data)  # mlsecops: ignore[yaml-unsafe-load]\n');
    expect(ids(other)).toEqual(['unsafe-pickle-load', 'unused-suppression']);
    const elsewhere = LOAD.replace(
      'import pickle\n',
      'import pickle  # mlsecops: ignore[unsafe-pickle-load]\n',
    );
    expect(ids(elsewhere)).toEqual(['unused-suppression', 'unsafe-pickle-load']);
  });

  it('name several rules at once', () => {
    const code =
      'import pickle, yaml\n\ndef read(data, text):\n    return pickle.loads(data), yaml.unsafe_load(text)  # mlsecops: ignore[unsafe-pickle-load, yaml-unsafe-load] both ours\n';
    expect(ids(code)).toEqual([]);
  });

  it('in a string are no comments', () => {
    expect(ids('x = "# mlsecops: ignore[unsafe-pickle-load]"\n')).toEqual([]);
  });
});

describe('"Ignore here"', () => {
  it('adds a comment that hides the finding', () => {
    const ignored = ignoreFirst(LOAD);
    expect(ignored).toContain('pickle.loads(data)  # mlsecops: ignore[unsafe-pickle-load]\n');
    expect(ids(ignored)).toEqual([]);
  });

  it('adds to a comment that is there already', () => {
    const code =
      'import pickle, yaml\n\ndef read(data, text):\n    return pickle.loads(data), yaml.unsafe_load(text)  # mlsecops: ignore[yaml-unsafe-load] ours\n';
    const ignored = ignoreFirst(code);
    expect(ignored).toContain('ignore[yaml-unsafe-load, unsafe-pickle-load] ours');
    expect(ids(ignored)).toEqual([]);
  });

  it.each([
    [
      'a call over several lines',
      'import pickle\n\ndef read(data):\n    return pickle.loads(\n        data,\n    )\n',
    ],
    [
      'a line that goes on with a backslash',
      'import pickle\n\ndef read(data):\n    return pickle.loads(data) \\\n        or None\n',
    ],
    [
      'a line with another comment',
      'import pickle\n\ndef read(data):\n    return pickle.loads(data)  # fast\n',
    ],
    [
      'a line that ends inside a string',
      'import pickle\n\ndef read(data):\n    return pickle.loads(data), """a\nb"""\n',
    ],
    ['Windows line ends', 'import pickle\r\n\r\ndef read(data):\r\n    return pickle.loads(data)\r\n'],
    ['no line end at the end of the file', 'import pickle\nread = lambda data: pickle.loads(data)'],
  ])('works in %s', (_, code) => {
    const ignored = ignoreFirst(code);
    expect(ids(ignored)).toEqual([]);
    expect(new PythonFrontEnd().parse(ignored).model.problems).toEqual([]);
  });
});

describe('"Remove the comment"', () => {
  const remove = (code: string): string => {
    const fix = analyzePython(code).findings.flatMap(({ fixes }) => fixes)[0];
    return fix ? applyEdits(code, fix.edits) : code;
  };

  it('takes the blanks before the comment along', () => {
    expect(remove('x = 1  # mlsecops: ignore[unsafe-pickle-load] old\ny = 2\n')).toBe('x = 1\ny = 2\n');
  });

  it('takes a line of its own away', () => {
    expect(remove('def f():\n    # mlsecops: ignore[unsafe-pickle-load] old\n    return 1\n')).toBe(
      'def f():\n    return 1\n',
    );
  });

  it('is not offered while the comment still hides another rule', () => {
    const code =
      'import pickle\n\ndef read(data):\n    return pickle.loads(data)  # mlsecops: ignore[unsafe-pickle-load, yaml-unsafe-load]\n';
    expect(remove(code)).toBe(code);
  });
});
