import { describe, expect, it } from 'vitest';
import {
  DEFAULT_CONFIGURATION,
  type Configuration,
} from '../../../../src/analysis/configuration/configuration';
import { InProcessAnalyzer } from '../../../../src/workspace/file-analysis/in-process-analyzer';
import type { LocatedFinding } from '../../../../src/workspace/file-analysis/file-result';
import { scan, type ScanRequest, type ScanSummary } from '../../../../src/workspace/scan';
import { bytes, op, SYSTEM, zip } from '../../models/support/assemble';
import { MemoryFileSystem } from '../support/memory-file-system';

type Files = ConstructorParameters<typeof MemoryFileSystem>[0];

const HARMLESS = bytes(op.proto(2), '}.');
const UNKNOWN = bytes(op.proto(2), op.global('acme.layers', 'Whitening'), ')', op.newObj, '.');
const CHECKPOINT = zip([
  { name: 'archive/data.pkl', data: SYSTEM },
  { name: 'archive/version', data: bytes('3\n') },
]);
const PAPERS = zip([{ name: 'report.txt', data: bytes('nothing to see') }]);

function run(
  files: Files,
  options: Partial<ScanRequest> = {},
  configuration: Partial<Configuration> = {},
): Promise<ScanSummary> {
  const fileSystem = new MemoryFileSystem(files);
  return scan({
    fileSystem,
    root: '/p',
    configuration: { ...DEFAULT_CONFIGURATION, ...configuration },
    analyzer: new InProcessAnalyzer(fileSystem),
    ...options,
  });
}

const found = ({ results }: ScanSummary): readonly string[] =>
  results.flatMap(({ path, findings }) =>
    findings.map(({ ruleId, severity }) => `${path} ${ruleId} ${severity}`),
  );
const findingsOf = ({ results }: ScanSummary): readonly LocatedFinding[] =>
  results.flatMap(({ findings }) => findings);

describe('a scan looks into model files', () => {
  it('and says nothing of safe ones', async () => {
    const summary = await run({
      '/p/a.pkl': HARMLESS,
      '/p/b.pt': zip([{ name: 'a/data.pkl', data: HARMLESS }]),
    });
    expect(summary).toMatchObject({ files: 2, analyzed: 2, results: [], problems: [] });
  });

  it('and tells harm from unknown code, and what could not be looked into', async () => {
    const summary = await run({
      '/p/a.pkl': SYSTEM,
      '/p/b.joblib': UNKNOWN,
      '/p/c.onnx': '<html>404</html>',
      '/p/d.safetensors': HARMLESS,
      '/p/e.pkl': bytes(HARMLESS, 'rest'),
    });
    expect(found(summary)).toEqual([
      'a.pkl model-file-malicious error',
      'b.joblib model-file-unknown-code warning',
      'c.onnx model-file-not-analysed warning',
      'd.safetensors model-file-suspicious warning',
      'e.pkl model-file-note info',
    ]);
  });

  it('and says where in an archive something stands, and what it would do', async () => {
    const [finding] = findingsOf(await run({ '/p/model.pt': CHECKPOINT }));
    expect(finding).toMatchObject({
      ruleId: 'model-file-malicious',
      message: "Loading it calls `os.system('id')`: it starts a program or a process.",
      subject: "os.system('id')",
      location: { inModel: { member: 'archive/data.pkl', offset: 21 } },
    });
  });

  it('with no more findings of one rule in one file than anybody reads', async () => {
    const many = Array.from({ length: 50 }, (_, at) => [
      op.global('acme.layers', `Layer${at}`),
      ')',
      op.newObj,
    ]);
    const findings = findingsOf(await run({ '/p/a.pkl': bytes(op.proto(2), '(', ...many, 't.') }));
    expect(findings).toHaveLength(10);
    expect(findings.at(-1)?.message).toContain('And 40 more of this kind');
  });

  it('in tests and examples as severely as anywhere', async () => {
    const files = { '/p/tests/a.pkl': SYSTEM, '/p/tests/b.pkl': UNKNOWN };
    expect(found(await run(files))).toEqual([
      'tests/a.pkl model-file-malicious error',
      'tests/b.pkl model-file-unknown-code warning',
    ]);
    expect(found(await run(files, {}, { testCode: 'hidden' }))).toEqual([
      'tests/a.pkl model-file-malicious error',
    ]);
  });

  it('as the project wants it', async () => {
    const rules = new Map([
      ['model-file-unknown-code', 'off'],
      ['model-file-malicious', 'warning'],
    ] as const);
    const files = { '/p/a.pkl': SYSTEM, '/p/b.pkl': UNKNOWN, '/p/old/c.pkl': SYSTEM };
    expect(found(await run(files, {}, { rules, exclude: ['old/'] }))).toEqual([
      'a.pkl model-file-malicious warning',
    ]);
  });
});

describe('a model is found', () => {
  it.each([
    ['under a name that says nothing', { '/p/weights': CHECKPOINT }, ['weights']],
    ['under the name of something else', { '/p/weights.xyz': SYSTEM }, ['weights.xyz']],
    ['as a text', { '/p/cache': "cos\nsystem\n(S'id'\ntR." }, ['cache']],
    ['as a text that begins with another', { '/p/cache': "(S'id'\nios\nsystem\n." }, ['cache']],
    ['in an archive', { '/p/a.zip': zip([{ name: 'm.pkl', data: SYSTEM }]) }, ['a.zip']],
    ['as a file that is named', { '/p/notes.txt': SYSTEM }, ['notes.txt'], ['/p/notes.txt']],
    [
      'where git does not look',
      { '/p/.gitignore': '*.pkl\nmodels/\n', '/p/a.pkl': SYSTEM, '/p/models/b/c.pt': CHECKPOINT },
      ['a.pkl', 'models/b/c.pt'],
    ],
  ] as const)('%s', async (_how, files: Files, paths: readonly string[], targets?: readonly string[]) => {
    const summary = await run(files, targets ? { targets } : {});
    expect(summary.results.map(({ path }) => path)).toEqual(paths);
    expect(findingsOf(summary).map(({ ruleId }) => ruleId)).toEqual(paths.map(() => 'model-file-malicious'));
  });

  it('behind the links of a cache of the Hugging Face Hub, once', async () => {
    const cache = '/p/hub/models--a--b';
    const summary = await run({
      [`${cache}/blobs/1234`]: SYSTEM,
      [`${cache}/snapshots/5678/pytorch_model.bin`]: { linkTo: `${cache}/blobs/1234` },
      [`${cache}/snapshots/5678/README.md`]: { linkTo: `${cache}/blobs/1234` },
      '/p/other/model.pkl': { linkTo: `${cache}/blobs/1234` },
    });
    expect(found(summary)).toEqual([
      'hub/models--a--b/snapshots/5678/pytorch_model.bin model-file-malicious error',
    ]);
    expect(summary.skipped.links).toBe(2);
  });
});

describe('a file that is no model', () => {
  it.each<readonly [string, Files]>([
    ['an archive of papers', { '/p/a.zip': PAPERS }],
    ['a list of words', { '/p/words': 'cat\ndog\nbird\n' }],
    ['data of another kind', { '/p/a.bin': bytes(1, 2, 3, 'abc'), '/p/b.dat': bytes(0, 0, 1) }],
    ['a program that is called like one', { '/p/model.pkl.py': 'x = 1\n' }],
    ['a file that tells Python of a package', { '/p/x.pth': 'import os; x = 1\n' }],
    ['settings', { '/p/config.json': '{"port": 80}' }],
    ['a template of a page', { '/p/page.jinja': '{{ config.__class__ }}' }],
  ])('is passed over: %s', async (_what, files) => {
    expect(found(await run(files))).toEqual([]);
  });

  it('but is told when it was not looked through', async () => {
    const inner = zip([{ name: 'a.txt', data: new Uint8Array(70 * 1024 * 1024), deflate: true }]);
    const summary = await run({ '/p/a.zip': inner });
    expect(found(summary)).toEqual([]);
    expect(summary.results[0]?.problems).toMatchObject([{ kind: 'limit' }]);
  });

  it('but is told when the user named it', async () => {
    const summary = await run({ '/p/a.bin': bytes(1, 2, 3, 0) }, { targets: ['/p/a.bin'] });
    expect(found(summary)).toEqual(['a.bin model-file-not-analysed warning']);
  });

  it('but a pointer to one is told as information', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n';
    const summary = await run({ '/p/a.pt': pointer });
    expect(found(summary)).toEqual(['a.pt model-file-not-analysed info']);
    expect(findingsOf(summary)[0]?.message).toContain('Git LFS');
  });
});

describe('configurations of models', () => {
  it('are looked into with their rules, and what those do not see is told', async () => {
    const template = '{{ messages.__class__ }}';
    const summary = await run({
      '/p/tokenizer_config.json': JSON.stringify({ chat_template: template }),
      '/p/a/config.json': JSON.stringify({
        keras_version: '3',
        class_name: 'Sequential',
        module: 'keras',
        config: {
          layers: [{ class_name: 'function', module: 'os', config: 'system', registered_name: 'system' }],
        },
      }),
    });
    expect(found(summary)).toEqual([
      'a/config.json model-file-malicious error',
      'tokenizer_config.json model-config-runs-code error',
    ]);
  });

  it('are looked into when they are larger than sources are', async () => {
    const vocabulary = Array.from({ length: 90_000 }, (_, at) => `token number ${at}`);
    const content = JSON.stringify({
      tokenizer_class: 'X',
      vocabulary,
      chat_template: '{{ messages.__class__ }}',
    });
    const summary = await run({ '/p/tokenizer_config.json': content });
    expect(content.length).toBeGreaterThan(1024 * 1024);
    expect(summary.problems).toEqual([]);
    expect(found(summary)).toContain('tokenizer_config.json model-file-malicious error');
  });
});

describe('what goes wrong', () => {
  it('with a file that cannot be read is a problem, not a finding', async () => {
    const summary = await run({ '/p/a.pkl': { refuse: 'denied' }, '/p/b.pkl': SYSTEM });
    expect(summary.problems).toEqual([
      { path: 'a.pkl', kind: 'unreadable', message: 'The file cannot be read: permission denied.' },
    ]);
    expect(found(summary)).toEqual(['b.pkl model-file-malicious error']);
  });

  it('with the fingerprint: nothing, when the code moves within the file', async () => {
    const one = findingsOf(await run({ '/p/a.pkl': SYSTEM }));
    const moved = bytes(op.proto(2), 'N0', SYSTEM.subarray(2));
    const other = findingsOf(await run({ '/p/a.pkl': moved }));
    expect(other.map(({ fingerprint }) => fingerprint)).toEqual(one.map(({ fingerprint }) => fingerprint));
    expect(other[0]?.location).not.toEqual(one[0]?.location);
  });
});
