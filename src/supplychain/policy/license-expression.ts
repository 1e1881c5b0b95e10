const TOKEN = /[()]|[^\s()]+/gu;
/** More of an expression is not read; it is then taken for one unknown license. */
const MAX_TOKENS = 200;

/**
 * Whether a license expression of SPDX can be met with approved licenses alone: of `A OR B` one is enough, of `A AND B` both are needed.
 * What is no expression is taken as the name of one license.
 *
 * https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
 */
export function canBeMet(expression: string, isApproved: (license: string) => boolean): boolean {
  const tokens = expression.match(TOKEN) ?? [];
  if (tokens.length > MAX_TOKENS) return isApproved(expression);
  const reader = new ExpressionReader(tokens, isApproved);
  return reader.whole() ?? isApproved(expression);
}

class ExpressionReader {
  private at = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly isApproved: (license: string) => boolean,
  ) {}

  /** Undefined when the tokens are no expression. */
  whole(): boolean | undefined {
    const value = this.either();
    return this.at === this.tokens.length ? value : undefined;
  }

  private either(): boolean | undefined {
    return this.joined(
      'OR',
      () => this.all(),
      (a, b) => a || b,
    );
  }

  private all(): boolean | undefined {
    return this.joined(
      'AND',
      () => this.one(),
      (a, b) => a && b,
    );
  }

  private joined(
    word: string,
    part: () => boolean | undefined,
    join: (a: boolean, b: boolean) => boolean,
  ): boolean | undefined {
    let value = part();
    while (value !== undefined && this.tokens[this.at]?.toUpperCase() === word) {
      this.at++;
      const next = part();
      value = next === undefined ? undefined : join(value, next);
    }
    return value;
  }

  private one(): boolean | undefined {
    const token = this.tokens[this.at++];
    if (token === undefined || token === ')') return undefined;
    if (token === '(') {
      const value = this.either();
      return this.tokens[this.at++] === ')' ? value : undefined;
    }
    if (this.tokens[this.at]?.toUpperCase() !== 'WITH') return this.isApproved(token);
    // An exception takes conditions away: whoever approves the license approves it with the exception too.
    const exception = this.tokens[this.at + 1];
    this.at += 2;
    if (exception === undefined) return undefined;
    return this.isApproved(token) || this.isApproved(`${token} WITH ${exception}`);
  }
}
