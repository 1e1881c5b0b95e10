import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, onlyFinding } from '../../support/findings-of';

const ID = 'model-unpinned';
const HASH = '5f0b02c75b57c5855da9ae460ce51323ea669d8a';

function load(argumentsText: string): string {
  return `from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained(${argumentsText})\n`;
}

describe('the message', () => {
  it.each([
    ['no revision', '"acme/encoder"', 'without a revision'],
    ['None', '"acme/encoder", revision=None', 'without a revision'],
    ['a branch', '"acme/encoder", revision="main"', 'from branch "main"'],
    ['a tag', '"acme/encoder", revision="v2.0"', 'at tag "v2.0"'],
    ['something else', '"acme/encoder", revision="refs/pr/3"', 'at "refs/pr/3", a branch or tag'],
    ['the placeholder', '"acme/encoder", revision="REPLACE_WITH_COMMIT_HASH"', 'still a placeholder'],
  ])('tells what the revision is: %s', (_, argumentsText, text) => {
    expect(onlyFinding(ID, load(argumentsText)).message).toContain(text);
  });

  it('names the model', () => {
    const { subject, message } = onlyFinding(ID, load('"acme/encoder"'));
    expect(subject).toBe('acme/encoder');
    expect(message).toMatch(/^"acme\/encoder" /);
  });
});

describe('what counts as pinned or unknown', () => {
  it.each([
    ['a commit hash', `"acme/encoder", revision="${HASH}"`],
    ['a SHA-256', `"acme/encoder", revision="${'ab12'.repeat(16)}"`],
    ['a hash cut short, which may be one', '"acme/encoder", revision="5f0b02c"'],
    ['a variable', '"acme/encoder", revision=settings.revision'],
    ['a name put together at run time', 'f"acme/{size}"'],
  ])('says nothing: %s', (_, argumentsText) => {
    expect(findingsOf(ID, load(argumentsText))).toEqual([]);
  });

  it.each([
    './acme/encoder',
    '../encoder',
    '~/encoder',
    '/srv/encoder',
    'acme/encoder/',
    'a/b/c',
    'D:\\\\encoder',
  ])('takes %s for a path', (path) => {
    expect(findingsOf(ID, load(`"${path}"`))).toEqual([]);
  });

  it.each([
    'checkpoints/best',
    'output/model',
    'models/encoder',
    'results/checkpoint-500',
    'saved_model',
    'my-bert',
  ])('does not take %s for a repository', (name) => {
    expect(findingsOf(ID, load(`"${name}"`))).toEqual([]);
  });

  it('takes a folder that the program looks for as local', () => {
    const code = `import os\n${load('"acme/encoder"')}\nif os.path.isdir("acme/encoder"):\n    pass\n`;
    expect(findingsOf(ID, code)).toEqual([]);
  });
});

it("reports what a parameter's default names as information", () => {
  const code =
    'from transformers import AutoModel\n\ndef load(name="acme/encoder"):\n    return AutoModel.from_pretrained(name)\n';
  expect(onlyFinding(ID, code)).toMatchObject({ severity: 'info', confidence: 'probable' });
});

it('reports the default of a data class field as information', () => {
  const code =
    'from dataclasses import dataclass\nfrom transformers import AutoModel\n\n@dataclass\nclass Loader:\n    name: str = "acme/encoder"\n\n    def load(self):\n        return AutoModel.from_pretrained(self.name)\n';
  expect(onlyFinding(ID, code)).toMatchObject({ severity: 'info', confidence: 'probable' });
});

it('finds the subclass of a library class', () => {
  const code =
    'from transformers import PreTrainedModel\n\nclass Encoder(PreTrainedModel):\n    pass\n\nmodel = Encoder.from_pretrained("acme/encoder")\n';
  expect(findingsOf(ID, code)).toHaveLength(1);
});

describe('the fix', () => {
  const placeholder = 'revision="REPLACE_WITH_COMMIT_HASH"';

  it('adds a revision to complete, and is never safe', () => {
    expect(fixed(ID, load('"acme/encoder"'))).toBe(load(`"acme/encoder", ${placeholder}`));
    expect(onlyFinding(ID, load('"acme/encoder"')).fixes[0]).toMatchObject({
      title: 'Pin revision…',
      safe: false,
    });
  });

  it('replaces a branch', () => {
    expect(fixed(ID, load('"acme/encoder", revision="main", use_cache=False'))).toBe(
      load(`"acme/encoder", ${placeholder}, use_cache=False`),
    );
  });

  it('replaces the constant at the call only', () => {
    const code = `from transformers import AutoModel\n\nREVISION = "main"\nAutoModel.from_pretrained("acme/encoder", revision=REVISION)\n`;
    expect(fixed(ID, code)).toBe(code.replace('revision=REVISION', placeholder));
  });

  it('leaves a finding that says so until the placeholder is replaced', () => {
    const after = fixed(ID, load('"acme/encoder"')) ?? '';
    expect(onlyFinding(ID, after)).toMatchObject({ fixes: [] });
  });

  it('completes a repository of torch.hub, and replaces its tag', () => {
    const code = (reference: string): string =>
      `import torch\n\ntorch.hub.load('${reference}', 'resnet18')\n`;
    const after = code('pytorch/vision:REPLACE_WITH_COMMIT_HASH');
    expect(fixed(ID, code('pytorch/vision'))).toBe(after);
    expect(fixed(ID, code('pytorch/vision:v0.10.0'))).toBe(after);
    expect(fixed(ID, code('pytorch/vision:feature/x'))).toBe(after);
    expect(onlyFinding(ID, after).message).toContain('placeholder');
  });

  it('completes a name of timm', () => {
    expect(fixed(ID, 'import timm\n\ntimm.create_model("hf-hub:acme/vit", pretrained=True)\n')).toBe(
      'import timm\n\ntimm.create_model("hf-hub:acme/vit@REPLACE_WITH_COMMIT_HASH", pretrained=True)\n',
    );
  });

  it('adds an entry to a dictionary of arguments', () => {
    const code = (kwargs: string): string =>
      `from langchain_huggingface import HuggingFaceEmbeddings\n\nHuggingFaceEmbeddings(model_name="acme/encoder"${kwargs})\n`;
    expect(fixed(ID, code(', model_kwargs={"device": "cpu"}'))).toBe(
      code(', model_kwargs={"revision": "REPLACE_WITH_COMMIT_HASH", "device": "cpu"}'),
    );
    expect(fixed(ID, code(''))).toBe(code(', model_kwargs={"revision": "REPLACE_WITH_COMMIT_HASH"}'));
  });

  it('is not offered where the function takes no revision', () => {
    const code =
      'from llama_cpp import Llama\n\nllm = Llama.from_pretrained(repo_id="acme/chat-gguf", filename="*q4.gguf")\n';
    const { fixes, message } = onlyFinding(ID, code);
    expect(fixes).toEqual([]);
    expect(message).toContain('takes no revision');
  });
});
