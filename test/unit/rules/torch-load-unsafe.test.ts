import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, onlyFinding } from '../../support/findings-of';

const ID = 'torch-load-unsafe';
const LOAD = 'import torch\n\nstate = torch.load(path)\n';

describe('the default of weights_only', () => {
  it('is information when no manifest names torch, and says what it depends on', () => {
    const { severity, message } = onlyFinding(ID, LOAD);
    expect(severity).toBe('info');
    expect(message).toContain('Before torch 2.6');
  });

  it('is a warning when the manifest allows an older version, and names the manifest', () => {
    const { severity, message } = onlyFinding(ID, LOAD, { versions: { torch: '2.5.1' } });
    expect(severity).toBe('warning');
    expect(message).toContain('requirements.txt allows torch 2.5.1');
  });

  it.each(['2.6', '2.6.0+cu124', '2.10', '3'])('is safe from 2.6 on: %s', (torch) => {
    expect(findingsOf(ID, LOAD, { versions: { torch } })).toEqual([]);
  });

  it('counts an explicit None as the default', () => {
    const code = 'import torch\n\nstate = torch.load(path, weights_only=None)\n';
    expect(findingsOf(ID, code, { versions: { torch: '2.1' } })).toHaveLength(1);
    expect(findingsOf(ID, code, { versions: { torch: '2.7' } })).toEqual([]);
  });
});

it('reports weights_only=False in every version', () => {
  const code = 'import torch\n\nstate = torch.load(path, weights_only=False)\n';
  expect(onlyFinding(ID, code, { versions: { torch: '2.9' } }).severity).toBe('warning');
});

it('reports weights_only=False on a downloaded checkpoint as an error', () => {
  const code =
    'import torch\nfrom huggingface_hub import hf_hub_download\n\nstate = torch.load(hf_hub_download("acme/net", "net.pt"), weights_only=False)\n';
  expect(onlyFinding(ID, code).severity).toBe('error');
});

it('reports a False that is the default of a parameter as information', () => {
  const code =
    'import torch\n\ndef load(path, weights_only=False):\n    return torch.load(path, weights_only=weights_only)\n';
  expect(onlyFinding(ID, code).severity).toBe('info');
});

it.each(['allow_unsafe', 'safe_mode'])('reports what a caller has to allow as information: %s', (name) => {
  const code = (parameter: string): string =>
    `import torch\n\ndef load(file, ${parameter}=None):\n    return torch.load(file, weights_only=False)\n`;
  expect(onlyFinding(ID, code(name)).severity).toBe('info');
  expect(onlyFinding(ID, code('verbose')).severity).toBe('warning');
});

describe('the fix', () => {
  it("adds the argument, and is the user's decision", () => {
    expect(fixed(ID, LOAD)).toBe('import torch\n\nstate = torch.load(path, weights_only=True)\n');
    expect(onlyFinding(ID, LOAD).fixes[0]?.safe).toBe(false);
  });

  it('replaces the value', () => {
    expect(fixed(ID, 'import torch\n\ntorch.load(path, weights_only=False, mmap=True)\n')).toBe(
      'import torch\n\ntorch.load(path, weights_only=True, mmap=True)\n',
    );
  });

  it('keeps lines, a trailing comma and a comment', () => {
    const code =
      'import torch\n\nstate = torch.load(\n    path,\n    map_location="cpu",  # no GPU in CI\n)\n';
    expect(fixed(ID, code)).toBe(
      'import torch\n\nstate = torch.load(\n    path,\n    map_location="cpu",\n    weights_only=True,  # no GPU in CI\n)\n',
    );
  });

  it('keeps the line ends of Windows', () => {
    const code = 'import torch\r\n\r\nstate = torch.load(\r\n    path,\r\n)\r\n';
    expect(fixed(ID, code)).toBe(
      'import torch\r\n\r\nstate = torch.load(\r\n    path,\r\n    weights_only=True,\r\n)\r\n',
    );
  });

  it('is not offered where the argument sits in a partial', () => {
    const code =
      'import functools\nimport torch\n\nload = functools.partial(torch.load, weights_only=False)\nload(path)\n';
    expect(onlyFinding(ID, code).fixes).toEqual([]);
  });

  it('ends the finding', () => {
    expect(findingsOf(ID, fixed(ID, LOAD) ?? LOAD)).toEqual([]);
  });
});
