import { describe, expect, it } from 'vitest';
import { analyzePython } from '../../support/analyze';

function found(path: string, code: string): readonly string[] {
  return analyzePython(code, { path })
    .findings.filter(({ ruleId }) => ruleId === 'model-unpinned-in-command')
    .map(({ subject }) => subject);
}

describe('models that containers of inference servers are given', () => {
  it('are found in compose files and manifests that give options only', () => {
    expect(
      found(
        'compose.yaml',
        'services:\n  a:\n    image: vllm/vllm-openai:v0.9.0\n    command: ["--model", "acme/m", "--port", "80"]\n',
      ),
    ).toEqual(['acme/m']);
    expect(
      found(
        'k8s/a.yaml',
        'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: x/tgi:1.2\n      args: [--model-id=acme/m]\n',
      ),
    ).toEqual(['acme/m']);
  });

  it('are found behind the image of a command', () => {
    expect(
      found(
        'run.sh',
        'docker run --gpus all -p 127.0.0.1:8000:8000 vllm/vllm-openai:v0.9.0 --model acme/m\n',
      ),
    ).toEqual(['acme/m']);
  });

  it('are left alone with a commit, as a folder, and where a provider is named', () => {
    const commit = '0123456789abcdef0123456789abcdef01234567';
    expect(
      found(
        'compose.yaml',
        `services:\n  a:\n    image: vllm/vllm-openai:v0.9.0\n    command: --model acme/m --revision ${commit}\n  b:\n    image: vllm/vllm-openai:v0.9.0\n    command: ["--model", "/models/m"]\n  c:\n    image: acme/agent:1.2\n    command: ["--model", "anthropic/claude-sonnet-4"]\n`,
      ),
    ).toEqual([]);
    expect(found('run.sh', 'docker run acme/tool:1.2 --model acme/m\n')).toEqual([]);
  });
});
