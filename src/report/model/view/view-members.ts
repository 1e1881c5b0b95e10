import { FORMATS } from '../../../models/formats';
import type { ArchiveMember } from '../../../models/inspection';
import { worseOf, type Finding, type Verdict } from '../../../models/verdict/finding';
import type { ViewMember } from './model-view';

const MAX_MEMBERS = 20_000;

/** The members of an archive, each with the worst that was found in it or deeper within it. */
export function membersView(
  members: readonly ArchiveMember[],
  findings: readonly Finding[],
): { readonly members: ViewMember[]; readonly moreMembers: number } {
  const worst = new Map<string, Verdict>();
  for (const { where, verdict } of findings) {
    for (const path of pathsTo(where)) worst.set(path, worseOf(worst.get(path) ?? 'safe', verdict));
  }
  const shown = members.slice(0, MAX_MEMBERS).map(({ path, format, size }) => ({
    path,
    format: format ? FORMATS[format] : '',
    size,
    verdict: worst.get(path) ?? 'safe',
  }));
  return { members: shown, moreMembers: members.length - shown.length };
}

/** `a/b/c` gives `a`, `a/b` and `a/b/c`. */
function* pathsTo(where: string): Generator<string> {
  for (let at = where.indexOf('/'); at >= 0; at = where.indexOf('/', at + 1)) yield where.slice(0, at);
  if (where !== '') yield where;
}
