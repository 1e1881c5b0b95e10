import { Lexer, Parser, type CST, type LineCounter } from 'yaml';

/** The document itself and the scalar being read also stand on the parser's stack. */
const NOT_NESTING = 2;

/**
 * Splits YAML text into tokens and notes its lines.
 *
 * @param most documents; reading ends behind the one after them
 * @returns the tokens; `undefined` as soon as lists and mappings stand deeper than `depth` inside one another. What reads the tokens
 * next recurses, so no deeper text may reach it.
 */
export function yamlTokens(
  text: string,
  lines: LineCounter,
  depth: number,
  most = 1,
): CST.Token[] | undefined {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let documents = 0;
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'document') documents += 1;
    }
    if (documents > most) return tokens;
    if (parser.stack.length > depth + NOT_NESTING) return undefined;
  }
  tokens.push(...parser.end());
  return tokens;
}
