import { withoutControlCharacters } from '../report/control-characters';
import type { Explanation } from '../report/explanation';

/** An explanation that may go to a terminal: its texts can come from a project file that somebody else wrote. */
export function printableExplanation(explanation: Explanation): Explanation {
  const { kind, id, title, paragraphs, facts, links } = explanation;
  return {
    kind,
    id: printable(id),
    title: printable(title),
    paragraphs: paragraphs.map(({ heading, text }) => ({ heading, text: printable(text) })),
    facts: facts.map(({ label, values }) => ({ label, values: values.map(printable) })),
    links: links.map((link) => ({ title: printable(link.title), url: printable(link.url) })),
  };
}

/** A text on one line, without what could move the cursor. */
export function printable(text: string): string {
  return withoutControlCharacters(text.replace(/\s+/g, ' ').trim());
}
