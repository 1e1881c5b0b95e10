import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBom } from '../../../../src/supplychain/bom/write-bom';
import { JOINS } from '../../../../src/supplychain/inventory/sighting';
import { PART_KINDS } from '../../../../src/supplychain/inventory/part-kind';
import type { Part } from '../../../../src/supplychain/inventory/part';
import { officialErrors } from './support/official-schema';
import { part, request, use } from './support/parts';
import { brokenReferences, readSpdx } from './support/spdx-shape';

/** Texts as a workspace that means harm, or is merely odd, may hold them. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '__proto__',
    '\ud800',
    'a/b',
    '/a',
    'a//b',
    '<img src=x>',
    '${HOST}',
    '\u202e\0',
    '(',
  ),
  fc.constantFrom(
    'mit',
    'MIT AND',
    'GPL-2.0+ WITH x',
    'http://[',
    'https://u:p@h/?k#f',
    'pkg:',
    'urn:cdx:x/1#y',
  ),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const partFields = fc.record({
  kind: fc.constantFrom(...PART_KINDS),
  name: oddText,
  origin: fc.oneof(fc.constantFrom('huggingface', 'local', 'npm', 'oci', 'openai'), oddText),
  version: optional(oddText),
  license: optional(oddText),
  provider: optional(oddText),
  purl: optional(oddText),
  address: optional(oddText),
  signature: optional(oddText),
  sha256: optional(oddText),
  task: optional(oddText),
  names: fc.array(oddText, { maxLength: 3 }),
  path: oddText,
  via: oddText,
  cell: optional(fc.nat(5)),
});

const parts = fc.array(partFields, { minLength: 1, maxLength: 25 }).map((all) =>
  all.map(
    ({ kind, name, origin, version, license, provider, purl, names, path, via, cell, ...rest }, at): Part => {
      const said = { baseModels: names, datasets: names, languages: names, ...defined(rest) };
      const uses = [use(path, at, via, cell)];
      return part(kind, name, {
        id: `${kind}:${at}/${name}`,
        origin,
        said,
        uses,
        stages: names,
        ...defined({ version, license, provider, purl }),
      });
    },
  ),
);

describe('a bill of a workspace with odd names', () => {
  it('is valid all the same', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.constantFrom('1.6' as const, '1.7' as const), async (all, spec) => {
        const lineage = all.slice(1).map((to, at) => ({
          from: all[at]!.id,
          to: to.id,
          join: JOINS[at % JOINS.length]!,
          use: use('a.py', 1, 'x'),
        }));
        const inventory = { parts: all, lineage };
        expect(
          await officialErrors(await writeBom(request(inventory, { spec, serial: true })), spec),
        ).toBeNull();
        const graph = readSpdx(await writeBom(request(inventory, { spec: 'spdx-3.0' })));
        expect(brokenReferences(graph)).toEqual({ dangling: [], doubled: [] });
      }),
      { numRuns: 60 },
    );
  });
});

/** The fields that have a value. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
