import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, onlyFinding } from '../../support/findings-of';

const ID = 'download-without-hash';

function get(url: string): string {
  return `import requests\n\ndata = requests.get(${url}).content\n`;
}

it('says that plain http lets others replace the file', () => {
  expect(onlyFinding(ID, get('"http://models.example.com/a.onnx"')).message).toContain('plain http');
  expect(onlyFinding(ID, get('"https://models.example.com/a.onnx"')).message).not.toContain('plain http');
});

it.each([
  ['a query behind the name', '"https://models.example.com/a.onnx?download=true"'],
  ['an address put together', '"https://models.example.com/" + version + "/a.pt"'],
  ['a format', '"https://models.example.com/{}/a.pt".format(version)'],
])('reads the end of the path: %s', (_, url) => {
  expect(onlyFinding(ID, get(url)).subject).toMatch(/^a\./);
});

it.each([
  ['a page', '"https://example.com/docs/model"'],
  ['a picture', '"https://example.com/a.png"'],
  ['an unknown host', 'base + "/a.onnx"'],
  ['an own server', '"http://192.168.1.4:8000/a.onnx"'],
  ['a name without a dot, as in a cluster', '"http://minio:9000/models/a.onnx"'],
  ['a commit of a hub', `"https://huggingface.co/acme/encoder/resolve/${'0a'.repeat(20)}/a.onnx"`],
])('says nothing: %s', (_, url) => {
  expect(findingsOf(ID, get(url))).toEqual([]);
});

describe('check_hash of torch.hub', () => {
  const code = (file: string, more: string): string =>
    `import torch\n\nstate = torch.hub.load_state_dict_from_url("https://models.example.com/${file}", weights_only=True${more})\n`;

  it('is switched on by a safe fix where the name holds the hash', () => {
    const finding = onlyFinding(ID, code('net-1a2b3c4d.pth', ''));
    expect(finding.fixes[0]).toMatchObject({ title: 'Set check_hash=True', safe: true });
    expect(fixed(ID, code('net-1a2b3c4d.pth', ''))).toBe(code('net-1a2b3c4d.pth', ', check_hash=True'));
    expect(findingsOf(ID, code('net-1a2b3c4d.pth', ', check_hash=True'))).toEqual([]);
  });

  it('has no fix where the name holds none', () => {
    expect(onlyFinding(ID, code('net.pth', ', check_hash=False')).fixes).toEqual([]);
  });

  it('counts a value that cannot be seen as given', () => {
    expect(findingsOf(ID, code('net.pth', ', check_hash=check'))).toEqual([]);
  });
});
