import { describe, expect, it } from 'vitest';
import { findingsOf, onlyFinding } from '../../support/findings-of';

const ID = 'unsafe-pickle-load';

describe('where the pickle comes from', () => {
  it('is an error when it came over the network', () => {
    const { severity, message } = onlyFinding(
      ID,
      'import pickle\nimport requests\n\nmodel = pickle.loads(requests.get(url).content)\n',
    );
    expect(severity).toBe('error');
    expect(message).toContain('over the network');
  });

  it('is an error when pandas reads a URL', () => {
    const code = 'import pandas as pd\n\nframe = pd.read_pickle("https://example.com/frame.pkl")\n';
    expect(onlyFinding(ID, code).severity).toBe('error');
  });

  it('is an error when a hub can change it, and a warning at a fixed commit', () => {
    const code = (more: string): string =>
      `import joblib\nfrom huggingface_hub import hf_hub_download\n\nmodel = joblib.load(hf_hub_download("acme/ranker", "model.joblib"${more}))\n`;
    expect(onlyFinding(ID, code('')).severity).toBe('error');
    expect(onlyFinding(ID, code(`, revision="${'0a'.repeat(20)}"`)).severity).toBe('warning');
  });

  it('is a warning when the path is a parameter', () => {
    const code =
      'import pickle\n\ndef load(path):\n    with open(path, "rb") as file:\n        return pickle.load(file)\n';
    expect(onlyFinding(ID, code)).toMatchObject({ severity: 'warning', confidence: 'certain' });
  });

  it.each([
    ['a literal', 'open("model.pkl", "rb")'],
    ['a file beside the program', 'open(os.path.join(os.path.dirname(__file__), "model.pkl"), "rb")'],
    ['pathlib', '(Path(__file__).parent / "model.pkl").open("rb")'],
    ['gzip', 'gzip.open("model.pkl.gz")'],
  ])('is information for a fixed path: %s', (_, file) => {
    const code = `import gzip\nimport os\nimport pickle\nfrom pathlib import Path\n\nmodel = pickle.load(${file})\n`;
    expect(onlyFinding(ID, code)).toMatchObject({ severity: 'info', confidence: 'probable' });
  });

  it('is information when the same function writes the file: a cache', () => {
    const code = [
      'import os',
      'import pickle',
      '',
      'def cached(path, compute):',
      '    if os.path.exists(path):',
      '        with open(path, "rb") as file:',
      '            return pickle.load(file)',
      '    value = compute()',
      '    with open(path, "wb") as file:',
      '        pickle.dump(value, file)',
      '    return value',
      '',
    ].join('\n');
    expect(onlyFinding(ID, code).severity).toBe('info');
  });

  it('is information where the program computes hashes', () => {
    const code =
      'import hashlib\nimport pickle\n\ndef load(path):\n    check(hashlib.sha256, path)\n    return pickle.load(open(path, "rb"))\n';
    expect(onlyFinding(ID, code).severity).toBe('info');
  });

  it('is information in a test', () => {
    const code = 'import pickle\n\ndef read(path):\n    return pickle.load(open(path, "rb"))\n';
    expect(onlyFinding(ID, code, { path: 'tests/test_model.py' }).severity).toBe('info');
  });
});

it('reports an Unpickler that only renames as information, one that refuses not at all', () => {
  const reader = (body: string): string =>
    `import pickle\n\nclass Reader(pickle.Unpickler):\n    def find_class(self, module, name):\n        ${body}\n\ndef read(file):\n    return Reader(file).load()\n`;
  expect(onlyFinding(ID, reader('return super().find_class(module, name.lower())')).severity).toBe('info');
  expect(findingsOf(ID, reader('raise pickle.UnpicklingError(name)'))).toEqual([]);
});

it.each([
  ['an alias of dumps', 'from pickle import dumps, loads\n\ndef copy(x):\n    return loads(dumps(x, -1))\n'],
  ['a method that pickles', 'import pickle\n\ndef copy(array):\n    return pickle.loads(array.dumps())\n'],
  ['a literal', 'import pickle\n\nOLD = b"I1\\n."\nprint(pickle.loads(OLD, encoding="bytes"))\n'],
])('says nothing about what the program pickled itself: %s', (_, code) => {
  expect(findingsOf(ID, code)).toEqual([]);
});

it('does not call a file from the command line network data', () => {
  const code =
    'import argparse\nimport pickle\n\nparser = argparse.ArgumentParser()\nparser.add_argument("file", type=argparse.FileType("rb"))\nprint(pickle.load(parser.parse_args().file))\n';
  expect(onlyFinding(ID, code).severity).toBe('warning');
});

it('still reports a buffer that the network filled', () => {
  const code =
    'import io\nimport pickle\n\nbuffer = io.BytesIO()\nbucket.download_fileobj("model.pkl", buffer)\nbuffer.seek(0)\nmodel = pickle.load(buffer)\n';
  expect(findingsOf(ID, code)).toHaveLength(1);
});

it('names the function as the documentation does, whatever its alias', () => {
  const { message, subject } = onlyFinding(
    ID,
    'from joblib import load as l\n\ndef read(path):\n    return l(path)\n',
  );
  expect(subject).toBe('joblib.load');
  expect(message).toMatch(/^joblib\.load can run any code/);
});
