import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, onlyFinding } from '../../support/findings-of';

const ID = 'remote-code-enabled';
const HASH = '5f0b02c75b57c5855da9ae460ce51323ea669d8a';

function load(argumentsText: string): string {
  return `from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained(${argumentsText})\n`;
}

describe('how bad it is', () => {
  it.each([
    ['an unpinned repository', '"acme/encoder", trust_remote_code=True', 'error'],
    ['a pinned one', `"acme/encoder", revision="${HASH}", trust_remote_code=True`, 'warning'],
    ['a name that cannot be seen', 'name, trust_remote_code=True', 'warning'],
    ['a local folder', '"./encoder", trust_remote_code=True', 'info'],
  ])('depends on whose code it is: %s', (_, argumentsText, severity) => {
    expect(onlyFinding(ID, load(argumentsText)).severity).toBe(severity);
  });

  it('is information where a caller may switch it off', () => {
    const code = `from transformers import AutoModel\n\ndef load(name, trust_remote_code=True):\n    return AutoModel.from_pretrained(name, trust_remote_code=trust_remote_code)\n`;
    expect(onlyFinding(ID, code).severity).toBe('info');
  });
});

it('says that a pinned revision still runs code', () => {
  const { message } = onlyFinding(ID, load(`"acme/encoder", revision="${HASH}", trust_remote_code=True`));
  expect(message).toContain('The revision is pinned');
});

it('names the entry of a dictionary', () => {
  const code =
    'from langchain_huggingface import HuggingFaceEmbeddings\n\nHuggingFaceEmbeddings(model_name=name, model_kwargs={"trust_remote_code": True})\n';
  expect(onlyFinding(ID, code).message).toContain('trust_remote_code=True');
});

it('switches the code off', () => {
  expect(fixed(ID, load('name, trust_remote_code=True'))).toBe(load('name, trust_remote_code=False'));
  expect(findingsOf(ID, load('name, trust_remote_code=False'))).toEqual([]);
});

it('makes torch.hub ask', () => {
  expect(fixed(ID, 'import torch\n\ntorch.hub.load(repo, "m", trust_repo=True)\n')).toBe(
    'import torch\n\ntorch.hub.load(repo, "m", trust_repo=\'check\')\n',
  );
});
