import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HIDDEN_IN_CONTAINERS } from '../../support/models/evasions/hidden-in-containers';
import { bytes, op, SYSTEM, zip, type Part } from './support/assemble';
import { evidence, inspect } from './support/inspect';
import { npy, tar } from './support/containers';

const EMPTY = bytes(op.proto(2), '}.');
const CHECKPOINT = zip([
  { name: 'archive/data.pkl', data: EMPTY },
  { name: 'archive/data/0', data: new Uint8Array(64).fill(1) },
]);
const manifest = (handler: string): Uint8Array =>
  bytes(JSON.stringify({ runtime: 'python', model: { modelName: 'm', serializedFile: 'm.pt', handler } }));
const mar = (handler: string, code?: string): Uint8Array =>
  zip([
    { name: 'MAR-INF/MANIFEST.json', data: manifest(handler) },
    { name: 'm.pt', data: CHECKPOINT },
    ...(code === undefined ? [] : [{ name: handler, data: bytes(code) }]),
  ]);
const texts = (content: Uint8Array, name = 'model.bin'): string =>
  inspect(content, name)
    .findings.map(({ message }) => message)
    .join('\n');

describe('a TorchServe archive', () => {
  it('with a handler of TorchServe is safe, and says what it is', () => {
    const report = inspect(mar('image_classifier'), 'model.mar');
    expect(report).toMatchObject({ format: 'mar', verdict: 'safe' });
    expect(report.facts.properties.map(({ name, value }) => `${name}=${value}`)).toContain(
      'handler=image_classifier',
    );
  });

  it('with a handler of its own is unknown code', () => {
    const content = mar(
      'handler.py',
      'class Handler:\n    def handle(self, data, context):\n        return data\n',
    );
    expect(inspect(content, 'model.mar').verdict).toBe('suspicious');
    expect(texts(content, 'model.mar')).toContain('runs in the server that loads the model');
  });

  it('with a handler that runs a program as soon as it is imported is malicious', () => {
    const report = inspect(mar('handler.py', "import os\nos.system('id')\n"), 'model.mar');
    expect(report.verdict).toBe('malicious');
    expect(evidence(report)).toContain("os.system('id')");
  });

  it('is one as tar.gz, too', () => {
    const content = gzipSync(tar({ 'MAR-INF/MANIFEST.json': manifest('h.py'), 'h.py': bytes('x = 1\n') }));
    expect(texts(content, 'model.mar')).toContain('runs in the server');
  });
});

describe('what is put where nobody looks is found', () => {
  it.each(HIDDEN_IN_CONTAINERS)('%s', (_where, content) => {
    expect(evidence(inspect(content, 'model.bin'))).toContain("os.system('id')");
  });

  it('archives deeper than any model has them are suspicious', () => {
    let content = SYSTEM;
    for (let depth = 0; depth < 12; depth++) content = zip([{ name: 'a', data: content }]);
    expect(inspect(content, 'model.zip')).toMatchObject({ verdict: 'suspicious', limits: ['depth'] });
  });

  it('an archive stored within another is no second directory', () => {
    const content = zip([{ name: 'data/model.pt', data: CHECKPOINT }]);
    expect(inspect(content, 'model.zip').findings).toEqual([]);
  });
});

describe('an archive that is the last member', () => {
  it('of a tar archive makes no polyglot of it', () => {
    expect(inspect(tar({ 'model.pt': CHECKPOINT }), 'models.tar').findings).toEqual([]);
  });
});

describe('nothing is executed', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mlsecops-marker-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('by looking at files that would leave a mark', () => {
    const marker = join(folder, 'executed');
    const command = op.binText(`touch ${marker}`);
    const pickle = bytes(op.proto(2), op.call1(op.global('os', 'system'), command), '.');
    const python: Part = op.call1(op.global('builtins', 'exec'), op.binText(`open('${marker}', 'w')`));
    const samples = [
      pickle,
      bytes(op.proto(2), python, '.'),
      zip([{ name: 'a/data.pkl', data: pickle }]),
      gzipSync(pickle),
      tar({ pickle, storages: EMPTY, tensors: EMPTY }),
      npy("'|O'", pickle),
      mar('h.py', `import os\nos.system('touch ${marker}')\n`),
    ];
    expect(samples.map((content) => inspect(content, 'model.pt').verdict)).toEqual(
      samples.map(() => 'malicious'),
    );
    expect(existsSync(marker)).toBe(false);
  });
});

describe('a NumPy array', () => {
  it('tells its type and shape', () => {
    expect(inspect(npy("'<f4'", bytes(0, 0, 0, 0)), 'folder/weights.npy').facts.tensors).toEqual([
      { name: 'weights', shape: [1], type: '<f4', where: '', size: 4 },
    ]);
  });
});
