import type { WireFinding } from '../../../protocol/finding';

/** `train.py:12`, or `explore.ipynb, cell 3, line 4`. Lines and cells count from one, as editors show them. */
export function locationText(finding: WireFinding): string {
  const line = finding.range.start.line + 1;
  const name = fileName(finding.uri);
  return finding.cell === undefined ? `${name}:${line}` : `${name}, cell ${finding.cell + 1}, line ${line}`;
}

function fileName(uri: string): string {
  const last =
    uri
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? uri;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
