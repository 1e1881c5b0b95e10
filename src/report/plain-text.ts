/** Markdown of our own rule texts as one plain line: marks removed, links as their text. Keeps `code` quotes. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/```[\s\S]*?```/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first sentence of a text. */
export function firstSentence(text: string): string {
  const match = /^(.+?[.:])(\s+[A-Z`]|$)/.exec(text);
  return match?.[1] ?? text;
}
