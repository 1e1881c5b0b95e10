import { describe, expect, it } from 'vitest';
import { diffBoms } from '../../../../src/supplychain/bom/diff/diff-boms';
import { readBom } from '../../../../src/supplychain/bom/diff/read-bom';
import { writeBom } from '../../../../src/supplychain/bom/write-bom';
import type { Part } from '../../../../src/supplychain/inventory/part';
import { fullInventory, part, request, use } from './support/parts';

const entries = async (parts: readonly Part[], spec: '1.6' | '1.7' = '1.6') =>
  readBom(await writeBom(request({ parts, lineage: [] }, { spec })));
const diff = async (before: readonly Part[], after: readonly Part[]) =>
  diffBoms(await entries(before), await entries(after));

const encoder = (version: string, more: Partial<Part> = {}): Part =>
  part('model', 'acme/encoder', { version, purl: `pkg:huggingface/acme/encoder@${version}`, ...more });

describe('two bills', () => {
  it('of the same workspace are the same, in whichever version of CycloneDX', async () => {
    const { parts } = fullInventory();
    const result = diffBoms(await entries(parts, '1.6'), await entries(parts, '1.7'));
    expect(result).toEqual({ added: [], removed: [], changed: [], unchanged: parts.length });
  });

  it('tell another revision, license, pinning and place of use of one model as a change of that model', async () => {
    const before = encoder('main', { pinning: { value: 'mutable', reason: 'A branch.' }, license: 'mit' });
    const after = encoder('5f0b1c2d', {
      pinning: { value: 'pinned', reason: 'A commit.' },
      license: 'apache-2.0',
      uses: [use('serve.py', 9, 'load')],
    });
    const { added, removed, changed } = await diff([before], [after]);
    expect([added, removed]).toEqual([[], []]);
    expect(changed.map(({ changes }) => changes)).toEqual([
      [
        { field: 'version', before: ['main'], after: ['5f0b1c2d'] },
        { field: 'licenses', before: ['MIT'], after: ['Apache-2.0'] },
        { field: 'pinning', before: ['mutable'], after: ['pinned'] },
        { field: 'evidence', before: ['train.py:3'], after: ['serve.py:10'] },
      ],
    ]);
  });

  it('tell a reason that is worded anew as nothing', async () => {
    const one = encoder('1', { pinning: { value: 'pinned', reason: 'A commit.' } });
    const other = encoder('1', { pinning: { value: 'pinned', reason: 'Its commit is named.' } });
    expect((await diff([one], [other])).changed).toEqual([]);
  });

  it('tell what came and what went', async () => {
    const { added, removed } = await diff(
      [part('dataset', 'acme/a')],
      [part('agent', 'b', { origin: 'local' })],
    );
    expect(added.map(({ name, kind }) => [name, kind])).toEqual([['b', 'agent']]);
    expect(removed.map(({ name, kind }) => [name, kind])).toEqual([['acme/a', 'dataset']]);
  });

  it('keep a model and its tokenizer apart, though both have one name', async () => {
    const tokenizer = part('tokenizer', 'acme/encoder', {
      version: '1',
      purl: 'pkg:huggingface/acme/encoder@1',
    });
    const { added, removed, changed } = await diff([encoder('1')], [tokenizer]);
    expect([added.length, removed.length, changed.length]).toEqual([1, 1, 0]);
  });

  it('match several versions of one library by their versions first', async () => {
    const torch = (version: string): Part =>
      part('library', 'torch', { origin: 'pypi', version, purl: `pkg:pypi/torch@${version}` });
    const { added, removed, changed, unchanged } = await diff(
      [torch('1.0'), torch('2.0'), torch('3.0')],
      [torch('2.0'), torch('4.0')],
    );
    expect(unchanged).toBe(1);
    expect(changed.map(({ before, after }) => [before.version, after.version])).toEqual([['1.0', '4.0']]);
    expect([added, removed.map(({ version }) => version)]).toEqual([[], ['3.0']]);
  });

  it('tell another range of versions of one library', async () => {
    const library = (version: string): Part =>
      part('library', 'llamaindex', { origin: 'npm', version, purl: 'pkg:npm/llamaindex' });
    const { changed } = await diff([library('~0.11.0')], [library('^0.12.0')]);
    expect(changed.map(({ changes }) => changes)).toEqual([
      [{ field: 'version', before: ['~0.11.0'], after: ['^0.12.0'] }],
    ]);
  });

  it('of different makers are compared by type and package URL', async () => {
    const other = readBom(
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.4',
        components: [{ type: 'library', name: 'torch', version: '2.7.0', purl: 'pkg:pypi/torch@2.7.0' }],
      }),
    );
    const ours = await entries([
      part('library', 'torch', { origin: 'pypi', version: '2.6.0', purl: 'pkg:pypi/torch@2.6.0' }),
    ]);
    const { changed } = diffBoms(other, ours);
    expect(changed[0]?.changes[0]).toEqual({ field: 'version', before: ['2.7.0'], after: ['2.6.0'] });
  });
});

describe('a bill of another maker', () => {
  it('is read with components within components, services and fields that nobody knows', () => {
    const bill = {
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      components: [
        {
          type: 'application',
          name: 'shop',
          future: [1, { a: null }],
          components: [
            { type: 'library', group: '@acme', name: 'kit', licenses: [{ expression: 'MIT OR ISC' }] },
          ],
        },
      ],
      services: [{ name: 'api', provider: { name: 'Acme' } }],
    };
    expect(
      readBom(`\ufeff${JSON.stringify(bill)}`).map(({ type, name, licenses, provider }) => [
        type,
        name,
        licenses,
        provider,
      ]),
    ).toEqual([
      ['application', 'shop', [], undefined],
      ['library', '@acme/kit', ['MIT OR ISC'], undefined],
      ['service', 'api', [], 'Acme'],
    ]);
  });

  it.each([
    ['', /It is no JSON/u],
    ['[]', /an object is expected/u],
    ['{"spdxVersion":"SPDX-2.3"}', /only CycloneDX JSON/u],
    ['{"@context":"x","@graph":[]}', /only CycloneDX JSON/u],
    ['{"bomFormat":"Other"}', /`bomFormat` is not "CycloneDX"/u],
    ['{"bomFormat":"CycloneDX"}', /`specVersion`/u],
    ['{"bomFormat":"CycloneDX","specVersion":"1.3"}', /"1\.3"; 1\.4 or a later 1\.x is expected/u],
    ['{"bomFormat":"CycloneDX","specVersion":"2.0"}', /"2\.0"/u],
    ['{"bomFormat":"CycloneDX","specVersion":"1.6","components":{}}', /`components`/u],
    [
      '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a"},{"name":1}]}',
      /`components\[1\]\.(?:name|type)`/u,
    ],
    [
      '{"bomFormat":"CycloneDX","specVersion":"1.6","services":[{"name":"a","services":[{}]}]}',
      /`services\[0\]\.services\[0\]\.name`/u,
    ],
  ])('that is wrong is refused with the place: %s', (text, message) => {
    expect(() => readBom(text)).toThrow(message);
  });

  it('that is nested without end is refused', () => {
    let component = '{"type":"library","name":"a"}';
    for (let depth = 0; depth < 100; depth++)
      component = `{"type":"library","name":"a","components":[${component}]}`;
    expect(() =>
      readBom(`{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${component}]}`),
    ).toThrow(/more than 32 levels/u);
    expect(() => readBom('['.repeat(1_000_000))).toThrow(/It is no JSON/u);
  });

  it('that has too many components is refused, and one with very many of one name is compared', () => {
    const bill = (count: number) =>
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        components: Array.from({ length: count }, (_, at) => ({
          type: 'library',
          name: 'a',
          version: String(at % 7),
        })),
      });
    expect(() => readBom(bill(200_001))).toThrow(/more than 200,000/u);
    const many = readBom(bill(10_000));
    expect(diffBoms(many, many).unchanged).toBe(10_000);
  });
});
