/**
 * Orders versions by their release numbers and, where those are equal, a pre-release before the release. That is as much
 * of PEP 440 as the choice of the lowest version needs; epochs and local parts do not change which API a library has.
 */
export function compareVersions(a: string, b: string): number {
  const left = readVersion(a);
  const right = readVersion(b);
  const length = Math.max(left.release.length, right.release.length);
  for (let at = 0; at < length; at++) {
    const difference = (left.release[at] ?? 0) - (right.release[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(right.preRelease) - Number(left.preRelease);
}

function readVersion(text: string): { release: readonly number[]; preRelease: boolean } {
  const [, release = '0', rest = ''] = /^v?(?:\d+!)?(\d+(?:\.\d+)*)(.*)$/.exec(text.trim()) ?? [];
  return {
    release: release.split('.').map(Number),
    preRelease: /^[._-]?(a|b|c|rc|alpha|beta|pre|dev)/i.test(rest),
  };
}
