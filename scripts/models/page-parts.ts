const mark = (name: string, edge: 'begin' | 'end'): string =>
  `<!-- ${name}: ${edge}; made by \`npm run models:table\` -->`;

/**
 * Puts a text between the marks of its name.
 *
 * @throws Error when the page has no such marks
 */
export function withPart(page: string, name: string, text: string): string {
  const begin = page.indexOf(mark(name, 'begin'));
  const end = page.indexOf(mark(name, 'end'));
  if (begin < 0 || end < begin) throw new Error(`The page has no part "${name}".`);
  return `${page.slice(0, begin)}${mark(name, 'begin')}\n\n${text}\n\n${page.slice(end)}`;
}
