/** What templates of cards and policies hold where somebody is to write. */
const PLACEHOLDERS =
  /\[(?:More Information Needed|TODO|TBD|Insert[^\]]*|Your[^\]]*|Project[^\]]*)\]|\{\{[^}]*\}\}|<fill in[^>]*>|_{4,}|\b(?:TODO|TBD|FIXME|XXX|lorem ipsum)\b/giu;
/** A name with nothing behind it. */
const LABEL = /^\s*(?:[-*]\s*)?(?:\*\*[^*]+\*\*:?|[^:|]{1,60}:)\s*$/gmu;
/** The policy that a forge puts there for a beginning. */
const UNTOUCHED = /Use this section to tell people (?:about|how)/u;

/** Words that somebody wrote: without headings, comments, code and what is still to be filled in. */
export function writtenWords(text: string): number {
  if (UNTOUCHED.test(text)) return 0;
  return text
    .replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/u, '')
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gmu, ' ')
    .split('\n')
    .filter((line) => !/^\s*#{1,6}\s|^[=\-~^"]{3,}\s*$|<fill in/u.test(line))
    .join('\n')
    .replace(PLACEHOLDERS, ' ')
    .replace(LABEL, ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
