import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { componentNamed, readCyclonedx } from '../supplychain/bom/support/cyclonedx-shape';
import { officialErrors } from '../supplychain/bom/support/official-schema';
import { readSpdx } from '../supplychain/bom/support/spdx-shape';
import { cli, project } from './support/run-cli';

const REVISION = '5f0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b';
const loads = (revision: string): string =>
  `from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder", revision="${revision}")\n`;
const FILES = {
  'train.py': loads(REVISION),
  'requirements.txt': 'transformers==4.57.0\ntorch==2.6.0\n',
};

const HEADER = '{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}';
const safetensors = Buffer.concat([
  Buffer.from([HEADER.length, 0, 0, 0, 0, 0, 0, 0]),
  Buffer.from(HEADER),
  Buffer.alloc(4),
]);

describe('mlsecops bom', () => {
  it.each(['1.6', '1.7'] as const)(
    'writes a valid bill of CycloneDX %s with where things are used',
    async (spec) => {
      const { code, output, errors } = await cli(project(FILES), ['bom', '--spec', spec, '--no-cache']);
      expect([code, errors]).toEqual([0, '']);
      expect(await officialErrors(output, spec)).toBeNull();
      const bom = readCyclonedx(output);
      expect(bom.metadata.component.name).toBe('workspace');
      expect(componentNamed(bom, 'encoder')).toMatchObject({
        type: 'machine-learning-model',
        group: 'acme',
        version: REVISION,
        evidence: { occurrences: [{ location: 'train.py', line: 3 }] },
      });
      expect(componentNamed(bom, 'transformers')).toMatchObject({ type: 'library', version: '4.57.0' });
    },
  );

  it('writes the same bytes twice, and a difference only where a revision changed', async () => {
    const folder = project(FILES);
    await cli(folder, ['bom', '--no-cache', '-o', 'old.json']);
    await cli(folder, ['bom', '--no-cache', '-o', 'again.json']);
    expect(readFileSync(join(folder, 'again.json'), 'utf8')).toBe(
      readFileSync(join(folder, 'old.json'), 'utf8'),
    );
    writeFileSync(join(folder, 'train.py'), loads('main'));
    await cli(folder, ['bom', '--no-cache', '-o', 'new.json']);
    const same = await cli(folder, ['bom', '--diff', 'old.json', 'again.json', '--exit-code']);
    expect([same.code, same.output]).toEqual([0, expect.stringMatching(/^The bills list the same/u)]);
    const other = await cli(folder, ['bom', '--diff', 'old.json', 'new.json', '--exit-code']);
    expect(other.code).toBe(1);
    expect(other.output).toContain(
      `~ model acme/encoder\n    version: ${REVISION} → main\n    pinning: pinned → mutable`,
    );
    expect(other.output).toMatch(/\n0 added, 0 removed, 1 changed, \d+ unchanged\.\n$/u);
  });

  it('writes SPDX 3.0', async () => {
    const { code, output } = await cli(project(FILES), ['bom', '--spec', 'spdx-3.0', '--no-cache']);
    expect(code).toBe(0);
    expect(readSpdx(output)).toContainEqual(
      expect.objectContaining({ type: 'ai_AIPackage', name: 'acme/encoder' }),
    );
  });

  it('says a time, a serial number and another name when it is asked to', async () => {
    const { output } = await cli(
      project(FILES),
      ['bom', '--timestamp', '--serial', '--name', 'shop', '--no-cache'],
      { variables: { SOURCE_DATE_EPOCH: '1763892000' } },
    );
    const { serialNumber, metadata } = readCyclonedx(output);
    expect(serialNumber).toMatch(/^urn:uuid:/u);
    expect(metadata).toEqual({ timestamp: '2025-11-23T10:00:00.000Z', component: { name: 'shop' } });
  });

  it('computes the hashes of model files of the workspace when it is asked to', async () => {
    const folder = project({ 'models/a.safetensors': safetensors });
    const { output, errors } = await cli(folder, ['bom', '--hashes', '--no-cache']);
    expect(errors).toBe('');
    const component = componentNamed(readCyclonedx(output), 'models/a.safetensors');
    const content = createHash('sha256').update(safetensors).digest('hex');
    expect(component.hashes).toEqual([{ alg: 'SHA-256', content }]);
    // A file of numbers has no lines.
    expect(component.evidence.occurrences).toEqual([
      { location: 'models/a.safetensors', symbol: 'model file' },
    ]);
  });

  it('refuses a time that is none', async () => {
    const { code, errors } = await cli(project(FILES), ['bom', '--timestamp'], {
      variables: { SOURCE_DATE_EPOCH: 'yesterday' },
    });
    expect([code, errors]).toEqual([
      2,
      'mlsecops: SOURCE_DATE_EPOCH is "yesterday"; seconds since 1970 are expected\n',
    ]);
  });

  it('tells what it could not read and goes on with the rest', async () => {
    const folder = project({ ...FILES, 'pyproject.toml': '[project\n' });
    const { code, output, errors } = await cli(folder, ['bom', '--no-cache']);
    expect(code).toBe(0);
    expect(errors).toMatch(/^mlsecops: pyproject\.toml/mu);
    expect(componentNamed(readCyclonedx(output), 'encoder').version).toBe(REVISION);
  });

  it('takes one folder, and two files to compare', async () => {
    const folder = project(FILES);
    const two = await cli(folder, ['bom', 'a', 'b']);
    expect([two.code, two.errors]).toEqual([2, 'mlsecops: a bill of materials is made of one folder\n']);
    const one = await cli(folder, ['bom', '--diff', 'train.py']);
    expect([one.code, one.errors]).toEqual([2, expect.stringMatching(/--diff takes two files/u)]);
    const no = await cli(folder, ['bom', '--diff', 'train.py', 'train.py']);
    expect([no.code, no.errors]).toEqual([
      2,
      expect.stringMatching(/^mlsecops: train\.py cannot be compared\. It is no JSON/u),
    ]);
  });
});
