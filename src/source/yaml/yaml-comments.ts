import { Lexer } from 'yaml';
import type { Comment } from '../model';

/** Marks that the lexer puts in and that stand for no text: a document begins, a flow ends, a scalar follows. */
const MARKS = new Set(['\u0002', '\u0018', '\u001F']);
const SCALAR_FOLLOWS = '\u001F';

/** The comments of a YAML text, in order. */
export function yamlComments(text: string, base: number): readonly Comment[] {
  if (!text.includes('#')) return [];
  const comments: Comment[] = [];
  let at = 0;
  let lineStart = 0;
  let isAnnounced = false;
  for (const lexeme of new Lexer().lex(text)) {
    const isScalar = isAnnounced;
    isAnnounced = lexeme === SCALAR_FOLLOWS;
    if (MARKS.has(lexeme)) continue;
    if (lexeme.startsWith('#') && !isScalar) {
      const range = { start: base + at, end: base + at + lexeme.length };
      comments.push({ text: lexeme.slice(1), range, ownLine: text.slice(lineStart, at).trim() === '' });
    }
    at += lexeme.length;
    const end = lexeme.lastIndexOf('\n');
    if (end >= 0) lineStart = at - (lexeme.length - end - 1);
  }
  return comments;
}
