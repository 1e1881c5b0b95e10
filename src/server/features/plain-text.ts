/** Our Markdown for clients that show only text: marks removed, links spelled out. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)/gu, '$1 <$2>')
    .replace(/\*\*/gu, '')
    .replace(/ {2}\n/gu, '\n')
    .replace(/^---$/gmu, '')
    .replace(/\\([^\w\s])/gu, '$1')
    .replace(/`/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&amp;/gu, '&');
}
