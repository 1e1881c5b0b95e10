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

  it('is information when the same function packs into a buffer: a broadcast between workers', () => {
    const code = (write: string): string =>
      `import io\nimport pickle\n\ndef gather(value, send):\n    buffer = io.BytesIO()\n    ${write}\n    return pickle.loads(send(buffer.getvalue()))\n`;
    expect(onlyFinding(ID, code('pickle.dump(value, buffer)')).severity).toBe('info');
    expect(onlyFinding(ID, code('value.write_to(buffer)')).severity).toBe('warning');
  });

  it('is information when the caller of the class allowed it', () => {
    const code = (name: string): string =>
      `import cloudpickle\n\nclass Decoder:\n    def __init__(self, ${name}=False):\n        self.allowed = ${name}\n\n    def decode(self, text):\n        if not self.allowed:\n            raise ValueError(text)\n        return cloudpickle.loads(bytes.fromhex(text))\n`;
    expect(onlyFinding(ID, code('allow_cloudpickle')).severity).toBe('info');
    expect(onlyFinding(ID, code('verbose')).severity).toBe('warning');
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

describe('what an outsider sends', () => {
  const flask = (body: string): string =>
    `import io\nimport os\nimport shutil\nimport joblib\nimport pickle\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n@app.post("/model")\ndef model():\n${body}\n`;

  it.each([
    ['the body', '    return pickle.loads(request.data)'],
    [
      'a cookie, through variables',
      '    value = request.cookies["state"]\n    return pickle.loads(bytes.fromhex(value))',
    ],
    ['an uploaded file', '    return joblib.load(io.BytesIO(request.files["model"].read()))'],
    [
      'an uploaded file, saved first',
      '    upload = request.files["model"]\n    path = os.path.join("/tmp", upload.filename)\n    upload.save(path)\n    return joblib.load(path)',
    ],
    [
      'an uploaded file, copied first',
      '    with open("in.pkl", "wb") as out:\n        shutil.copyfileobj(request.files["model"].stream, out)\n    return joblib.load("in.pkl")',
    ],
    [
      'the name of the file',
      '    with open("models/" + request.args["name"], "rb") as file:\n        return pickle.load(file)',
    ],
  ])('is an error with the way of the data: %s', (_, body) => {
    const finding = onlyFinding(ID, flask(body));
    expect(finding).toMatchObject({ severity: 'error', confidence: 'certain' });
    expect(finding.message).toContain('an HTTP request');
    expect(finding.path.length).toBeGreaterThan(0);
  });

  it('stays as it is when the request only chooses among fixed files', () => {
    const code = flask('    return joblib.load(PATHS[request.args["name"]])');
    expect(onlyFinding(ID, code).severity).toBe('warning');
  });
});

it.each([
  [
    'a consumer of messages',
    'import pickle\nfrom kafka import KafkaConsumer\n\nKafkaConsumer("t", value_deserializer=pickle.loads)\n',
  ],
  ['map', 'import pickle\n\nvalues = list(map(pickle.loads, rows))\n'],
  [
    'a thread',
    'import asyncio\nimport joblib\n\nasync def load(path):\n    return await asyncio.to_thread(joblib.load, path)\n',
  ],
])('sees a reader that is handed to %s', (_, code) => {
  expect(onlyFinding(ID, code).severity).toBe('warning');
});

it('does not take a writer or a safe reader that is handed on for an unsafe one', () => {
  const code =
    'import json\nimport pickle\n\nlist(map(pickle.dumps, rows))\nlist(map(json.loads, rows))\nlist(map(load, rows))\n';
  expect(findingsOf(ID, code)).toEqual([]);
});

it('reports messages between the processes of one job as information', () => {
  const code = 'import torch.distributed as dist\n\ndist.broadcast_object_list(objects, src=0)\n';
  expect(onlyFinding(ID, code)).toMatchObject({ severity: 'info' });
});

it('reports a checkpoint of a detector only where it comes from elsewhere', () => {
  const code = (path: string): string => `from ultralytics import YOLO\n\nmodel = YOLO(${path})\n`;
  expect(findingsOf(ID, code('"yolo11n.pt"'))).toEqual([]);
  expect(onlyFinding(ID, code('"https://example.com/best.pt"')).severity).toBe('error');
});

it('takes types that a skops file names itself for no check', () => {
  const code = (trusted: string): string =>
    `import skops.io as sio\n\nunknown = sio.get_untrusted_types(file=path)\nmodel = sio.load(path, trusted=${trusted})\n`;
  expect(findingsOf(ID, code('unknown'))).toHaveLength(1);
  expect(findingsOf(ID, code('["acme.Scaler"]'))).toEqual([]);
});
