import { T } from '../node-types';
import { StringParser } from './string-parser';
import { Token } from './token';
import { unclear } from './unclear';

/** Reads lists and what stands in brackets. */
export abstract class BracketParser extends StringParser {
  protected abstract testNamed(): void;
  /** What `not`, `and` and `or` join, which is no lambda. */
  protected abstract condition(): void;
  protected abstract expression(): void;

  /** `*expression`, or a test. */
  protected starOrTest(): void {
    if (this.token === Token.Star) this.starred();
    else this.test();
  }

  protected starOrNamed(): void {
    if (this.token === Token.Star) this.starred();
    else this.testNamed();
  }

  private starred(): void {
    this.take();
    this.expression();
  }

  /** Elements with commas between, perhaps one at the end. */
  protected list(element: () => void): void {
    element();
    this.more(element);
  }

  protected parenthesized(): void {
    const mark = this.open();
    const { start } = this;
    this.openBracket();
    let type = T.ParenthesizedExpression;
    if (this.token === Token.ParenClose) {
      type = T.TupleExpression;
    } else if (this.token === Token.Yield) {
      this.yieldExpression();
    } else {
      this.starOrNamed();
      if (this.isComprehension()) {
        this.comprehension();
        type = T.ComprehensionExpression;
      }
      while (this.token === Token.Comma && type !== T.ComprehensionExpression) {
        type = T.TupleExpression;
        this.take();
        if (!this.mayBeginExpression()) break;
        this.starOrNamed();
      }
    }
    this.closeBracket(Token.ParenClose);
    this.close(type, mark, start);
  }

  protected array(): void {
    const mark = this.open();
    const { start } = this;
    this.openBracket();
    let type = T.ArrayExpression;
    if (this.token !== Token.BracketClose) {
      this.starOrNamed();
      if (this.isComprehension()) {
        this.comprehension();
        type = T.ArrayComprehensionExpression;
      } else {
        this.more(() => this.starOrNamed());
      }
    }
    this.closeBracket(Token.BracketClose);
    this.close(type, mark, start);
  }

  protected braced(): void {
    const mark = this.open();
    const { start } = this;
    this.openBracket();
    let isDictionary = true;
    let isComprehension = false;
    if (this.token !== Token.BraceClose) {
      isDictionary = this.entryOrElement();
      isComprehension = this.isComprehension();
      if (isComprehension) this.comprehension();
      else this.more(() => (this.entryOrElement() === isDictionary ? undefined : unclear()));
    }
    this.closeBracket(Token.BraceClose);
    if (isDictionary) {
      this.close(isComprehension ? T.DictionaryComprehensionExpression : T.DictionaryExpression, mark, start);
    } else {
      this.close(isComprehension ? T.SetComprehensionExpression : T.SetExpression, mark, start);
    }
  }

  /** What stands in braces; gives whether that makes them a dictionary. */
  private entryOrElement(): boolean {
    if (this.token === Token.DoubleStar) {
      this.take();
      this.expression();
      return true;
    }
    const isStarred = this.token === Token.Star;
    this.starOrTest();
    if (isStarred || this.token !== Token.Colon) return false;
    this.take();
    this.test();
    return true;
  }

  /** Further elements behind the first. */
  private more(element: () => void): void {
    while (this.token === Token.Comma) {
      this.take();
      if (!this.mayBeginExpression()) return;
      element();
    }
  }

  protected indexes(): void {
    this.index();
    while (this.is(Token.Comma)) {
      this.take();
      if (this.is(Token.BracketClose)) return;
      this.index();
    }
  }

  /** An index or a slice. */
  private index(): void {
    if (this.token !== Token.Colon) this.testNamed();
    for (let colons = 0; colons < 2 && this.token === Token.Colon; colons++) {
      this.take();
      if (!this.is(Token.Colon) && !this.is(Token.Comma) && !this.is(Token.BracketClose)) {
        this.testNamed();
      }
    }
  }

  protected argumentList(): void {
    const mark = this.open();
    const { start } = this;
    this.openBracket();
    if (this.token !== Token.ParenClose) this.list(() => this.argument());
    this.closeBracket(Token.ParenClose);
    this.close(T.ArgList, mark, start);
  }

  private argument(): void {
    if (this.token === Token.Star || this.token === Token.DoubleStar) {
      this.take();
      return this.test();
    }
    const mark = this.open();
    this.test();
    if (this.token === Token.Assign || this.token === Token.Walrus) {
      if (this.nodes.lastType !== T.VariableName || this.nodes.count > mark + 1) unclear();
      this.take();
      this.test();
    }
    if (this.isComprehension()) this.comprehension();
  }

  private isComprehension(): boolean {
    return this.token === Token.For || this.token === Token.Async;
  }

  /** `for … in … if …`, which are no nodes of their own. */
  private comprehension(): void {
    for (;;) {
      if (this.token === Token.If) {
        this.take();
      } else if (this.isComprehension()) {
        if (this.token === Token.Async) this.take();
        this.expect(Token.For);
        this.list(() => this.expression());
        this.expect(Token.In);
      } else {
        return;
      }
      this.condition();
    }
  }
}
