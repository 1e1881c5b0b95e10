/** Text from the workspace or a finding, so that none of it is read as Markdown or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/gu, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|~>$^]/gu, '\\$&')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;');
}

/** Text in which `code spans` stay code and everything else is escaped, as messages of findings are written. */
export function messageMarkdown(text: string): string {
  return text
    .split(/(`[^`\r\n]+`)/u)
    .map((part, at) => (at % 2 === 1 ? part : escapeMarkdown(part)))
    .join('');
}

/** A link; other schemes than https are shown as text. */
export function linkMarkdown(title: string, url: string): string {
  if (!/^https:\/\/[^\s<>()]+$/u.test(url)) return escapeMarkdown(title);
  return `[${escapeMarkdown(title)}](${url})`;
}
