import { T } from '../node-types';
import * as Binding from './binding';
import { BracketParser } from './bracket-parser';
import { Token } from './token';
import { unclear } from './unclear';

/** Deeper nesting is left to the parser that needs no stack for it. */
const MAX_DEPTH = 250;

/** Reads expressions. What is called `test`, `expression` and so on is what the language's own grammar calls so. */
export abstract class ExpressionParser extends BracketParser {
  private depth = 0;

  /** A condition, a lambda, or anything that binds closer. */
  protected test(): void {
    if (this.token === Token.Lambda) return this.lambda();
    const mark = this.open();
    const { start } = this;
    this.binary(Binding.Or);
    if (this.token !== Token.If) return;
    this.take();
    this.binary(Binding.Or);
    this.expect(Token.Else);
    this.deeper();
    this.test();
    this.back();
    this.close(T.ConditionalExpression, mark, start);
  }

  /** One that may be given a name with `:=`. */
  protected testNamed(): void {
    const mark = this.open();
    const { start } = this;
    this.test();
    if (this.token !== Token.Walrus) return;
    this.take();
    this.test();
    this.close(T.NamedExpression, mark, start);
  }

  protected condition(): void {
    this.binary(Binding.Or);
  }

  /** Without conditions, comparisons, `not`, `and` and `or`. */
  protected expression(): void {
    this.binary(Binding.Pipe);
  }

  protected yieldExpression(): void {
    const mark = this.open();
    const { start } = this;
    this.yielded();
    this.close(T.YieldExpression, mark, start);
  }

  protected yielded(): void {
    this.take();
    if (this.token === Token.From) {
      this.take();
      this.test();
    } else if (this.mayBeginExpression()) {
      this.list(() => this.starOrTest());
    } else {
      // The grammar does not know a `yield` without a value: it finds an error there, behind all that it may skip.
      this.takeComments();
      this.nodes.add(T['⚠'], this.lastEnd, this.lastEnd, this.nodes.count);
    }
  }

  /** Operators that bind at least as close as `least`, and what they join. */
  protected binary(least: number): void {
    this.deeper();
    this.operands(least);
    this.back();
  }

  private operands(least: number): void {
    const mark = this.open();
    const { start } = this;
    if (this.token === Token.Not) {
      if (least > Binding.Not) unclear();
      this.take();
      // It takes all that may follow, which is more than the language gives it.
      this.binary(Binding.Or);
      return this.close(T.UnaryExpression, mark, start);
    }
    this.unary();
    for (;;) {
      const binding = Binding.of(this.token);
      if (binding < least) return;
      this.operator();
      this.binary(binding + 1);
      this.close(T.BinaryExpression, mark, start);
    }
  }

  private operator(): void {
    const { token } = this;
    if (token === Token.Star || token === Token.DoubleStar || token === Token.At) return this.doubled();
    this.take();
    if (token === Token.Not) this.expect(Token.In);
    else if (token === Token.Is && this.token === Token.Not) this.take();
  }

  /** Signs with a node of their own within that of the operator. */
  private doubled(): void {
    const mark = this.open();
    const { start } = this;
    this.take();
    this.close(T.ArithOp, mark, start);
  }

  /** A sign and what it stands before, or a power. */
  private unary(): void {
    if (this.token === Token.Await) return this.awaited();
    const mark = this.open();
    const { start } = this;
    if (this.token === Token.Sign || this.token === Token.Tilde) {
      this.take();
      this.deeper();
      this.unary();
      this.back();
      return this.close(T.UnaryExpression, mark, start);
    }
    this.primary();
    if (this.token !== Token.DoubleStar) return;
    this.doubled();
    this.deeper();
    this.unary();
    this.back();
    this.close(T.BinaryExpression, mark, start);
  }

  /** It takes all that may follow, which is more than the language gives it. */
  private awaited(): void {
    const mark = this.open();
    const { start } = this;
    this.take();
    this.expression();
    this.close(T.AwaitExpression, mark, start);
  }

  private primary(): void {
    const mark = this.open();
    const { start } = this;
    this.atom();
    for (;;) {
      if (this.token === Token.Dot) {
        this.take();
        // Every word may stand here, keywords too.
        this.takeWord(T.PropertyName);
        this.close(T.MemberExpression, mark, start);
      } else if (this.token === Token.ParenOpen) {
        this.argumentList();
        this.close(T.CallExpression, mark, start);
      } else if (this.token === Token.BracketOpen) {
        this.openBracket();
        this.indexes();
        this.closeBracket(Token.BracketClose);
        this.close(T.MemberExpression, mark, start);
      } else {
        return;
      }
    }
  }

  private atom(): void {
    switch (this.token) {
      case Token.Name:
      case Token.Number:
      case Token.Ellipsis:
      case Token.None:
      case Token.True:
      case Token.False:
        return this.take();
      case Token.String:
        return this.strings();
      case Token.ParenOpen:
        return this.parenthesized();
      case Token.BracketOpen:
        return this.array();
      case Token.BraceOpen:
        return this.braced();
      default:
        return unclear();
    }
  }

  private lambda(): void {
    const mark = this.open();
    const { start } = this;
    this.take();
    const parameters = this.open();
    const from = this.start;
    if (this.is(Token.Colon)) this.nodes.add(T.ParamList, from, from, parameters);
    else {
      this.lambdaParameter();
      while (this.is(Token.Comma)) {
        this.take();
        this.lambdaParameter();
      }
      this.close(T.ParamList, parameters, from);
    }
    this.expect(Token.Colon);
    this.deeper();
    this.test();
    this.back();
    this.close(T.LambdaExpression, mark, start);
  }

  private lambdaParameter(): void {
    if (this.token === Token.Star || this.token === Token.DoubleStar) {
      const needsName = this.token === Token.DoubleStar;
      this.take();
      if (this.is(Token.Name)) this.take();
      else if (needsName) unclear();
      return;
    }
    this.expect(Token.Name);
    if (this.token !== Token.Assign) return;
    this.take();
    this.test();
  }

  /** Goes one level deeper. Nobody goes on after a throw, so only who comes back needs to count down. */
  protected deeper(): void {
    if (++this.depth > MAX_DEPTH) unclear();
  }

  protected back(): void {
    this.depth--;
  }
}
