/** Markdown of our own rule texts as one plain line: marks removed, links as their text. Keeps `code` quotes. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/```[\s\S]*?```/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first sentence of a text; one that leads to a piece of code says where that code is. */
export function firstSentence(text: string): string {
  const sentence = /^(.+?[.:])(?:\s+[A-Z`]|$)/.exec(text)?.[1] ?? text;
  return sentence.endsWith(':') ? `${sentence.slice(0, -1)}, as the rule's page shows.` : sentence;
}
