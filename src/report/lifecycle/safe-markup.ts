/**
 * Rendered markup without what XML does not allow and without the marks that turn the writing direction: entries of a
 * team's own catalog may hold them.
 */
export function safeMarkup(markup: string): string {
  return markup.replace(/[^\P{Cc}\t\n\r]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '');
}
