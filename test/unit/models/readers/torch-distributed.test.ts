import { describe, expect, it } from 'vitest';
import { CHECKPOINT, checkpoint } from '../../../support/models/torch-checkpoint';
import { bytes, op, SYSTEM, type Part } from '../support/assemble';
import { inspect } from '../support/inspect';

const PART = checkpoint(CHECKPOINT);
const METADATA = 'torch.distributed.checkpoint.metadata';

describe('a part of a distributed checkpoint', () => {
  it('is safe when it is one checkpoint after the other', () => {
    const report = inspect(bytes(PART, PART, PART), '__0_0.distcp');
    expect(report).toMatchObject({ format: 'torch-zip', verdict: 'safe', findings: [] });
    expect(report.pickles).toHaveLength(3);
    expect(report.facts.tensors.map(({ name }) => name)).toEqual(['w', 'w', 'w']);
  });

  it('is malicious when one of them is', () => {
    expect(inspect(bytes(PART, checkpoint(SYSTEM), PART), '__0_0.distcp').verdict).toBe('malicious');
  });

  it.each<[string, Uint8Array, string]>([
    ['with bytes between', bytes(PART, 'between', PART), '__0_0.distcp'],
    ['with bytes at its end', bytes(PART, PART, 'more'), '__0_0.distcp'],
    ['of another name, which torch.load reads as a whole', bytes(PART, PART), 'model.pt'],
  ])('%s it is an archive that loaders read in two ways', (_name, content, name) => {
    expect(inspect(content, name).verdict).toBe('suspicious');
  });
});

describe('the metadata of a distributed checkpoint', () => {
  const made = (name: string, ...state: readonly Part[]): Part => [
    op.global(METADATA, name),
    [')', 0x81, '}', '(', state, 'u', 'b'],
  ];

  it('is safe when it holds what torch writes, with the enumeration as Python 3.11 pickles it', () => {
    const encoding = op.call2(
      op.global('builtins', 'getattr'),
      op.global(METADATA, '_MEM_FORMAT_ENCODING'),
      op.binText('TORCH_CONTIGUOUS_FORMAT'),
    );
    const tensor = made('TensorStorageMetadata', op.binText('properties'), encoding);
    const content = bytes(op.proto(4), made('Metadata', op.binText('state_dict_metadata'), tensor), '.');
    expect(inspect(content, '.metadata')).toMatchObject({ format: 'pickle', verdict: 'safe', findings: [] });
  });

  it('is malicious when it reaches for what else torch.distributed has', () => {
    const call = op.call1(op.global('torch.distributed.rpc', 'init_rpc'), op.binText('worker'));
    const content = bytes(op.proto(4), made('Metadata', op.binText('planner_data'), call), '.');
    expect(inspect(content, '.metadata').verdict).toBe('malicious');
  });
});
