import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zlibSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  const within = zip([{ name: 'a', data: SYSTEM }]);
  it.each<readonly [string, Uint8Array]>([
    ['behind a tar archive', bytes(tar({ m: EMPTY }), SYSTEM)],
    ['behind zlib data', bytes(zlibSync(EMPTY), SYSTEM)],
    ['behind gzip data', bytes(gzipSync(EMPTY), SYSTEM)],
    ['in zlib data that is cut off', zlibSync(SYSTEM).subarray(0, -6)],
    ['in a member of a method that nobody knows', method(99, SYSTEM)],
    ['in an array whose header is longer than the file', npy("'<f8'", SYSTEM, 1, 60_000)],
    ['in an archive that is a member as it is', zip([{ name: 'inner.zip', data: within }])],
    ['in a comment that holds an archive', comment(CHECKPOINT, within)],
  ])('%s', (_where, content) => {
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

/** A checkpoint one of whose members claims to be compressed with another method. */
function method(number: number, data: Uint8Array): Uint8Array {
  const content = zip([{ name: 'archive/data.pkl', data }]);
  const directory = Buffer.from(content).indexOf('PK\x01\x02', 0, 'latin1');
  content[8] = number;
  content[directory + 10] = number;
  return content;
}

function comment(archive: Uint8Array, text: Uint8Array): Uint8Array {
  return bytes(archive.subarray(0, -2), [text.length & 255, text.length >> 8], text);
}
