/** Text from the workspace or a finding, so that none of it is read as Markdown or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/gu, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|~>$^]/gu, '\\$&')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;');
}

/** A link; other schemes than https are shown as text. */
export function linkMarkdown(title: string, url: string): string {
  if (!/^https:\/\/[^\s<>()]+$/u.test(url)) return escapeMarkdown(title);
  return `[${escapeMarkdown(title)}](${url})`;
}
