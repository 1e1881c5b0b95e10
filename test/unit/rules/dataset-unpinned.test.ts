import { expect, it } from 'vitest';
import { findingsOf, fixed, onlyFinding } from '../../support/findings-of';

const ID = 'dataset-unpinned';

it('reports a dataset repository once, and not as a model', () => {
  const code =
    'from huggingface_hub import hf_hub_download\n\npath = hf_hub_download("acme/reviews", "data.csv", repo_type="dataset")\n';
  expect(findingsOf(ID, code)).toHaveLength(1);
  expect(findingsOf('model-unpinned', code)).toEqual([]);
});

it('says nothing when the kind of repository cannot be seen', () => {
  const code =
    'from huggingface_hub import hf_hub_download\n\npath = hf_hub_download("acme/reviews", "data.csv", repo_type=kind)\n';
  expect(findingsOf(ID, code)).toEqual([]);
  expect(findingsOf('model-unpinned', code)).toEqual([]);
});

it('pins behind the last argument', () => {
  expect(fixed(ID, 'import datasets\n\ndatasets.load_dataset("acme/reviews", "en", split="train")\n')).toBe(
    'import datasets\n\ndatasets.load_dataset("acme/reviews", "en", split="train", revision="REPLACE_WITH_COMMIT_HASH")\n',
  );
});

it('reports an NLTK corpus as information', () => {
  expect(onlyFinding(ID, 'import nltk\n\nnltk.download("punkt", quiet=True)\n').severity).toBe('info');
});

it.each(['csv', 'json', 'parquet', 'imagefolder', 'my_dataset'])(
  'does not take %s for a dataset on a hub',
  (name) => {
    expect(findingsOf(ID, `from datasets import load_dataset\n\nload_dataset("${name}")\n`)).toEqual([]);
  },
);
