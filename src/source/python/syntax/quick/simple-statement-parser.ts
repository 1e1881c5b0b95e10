import { T } from '../node-types';
import { ExpressionParser } from './expression-parser';
import { Token } from './token';
import { unclear } from './unclear';

/** Reads statements without a block. */
export abstract class SimpleStatementParser extends ExpressionParser {
  /** A line of statements. */
  protected simpleStatement(): void {
    const mark = this.open();
    const { start } = this;
    this.smallStatement();
    if (this.token !== Token.Semicolon) return this.endLine();
    while (this.is(Token.Semicolon)) {
      this.take();
      if (!this.is(Token.Newline)) this.smallStatement();
    }
    this.endLine();
    this.close(T.StatementGroup, mark, start);
  }

  private smallStatement(): void {
    switch (this.token) {
      case Token.Pass:
        return this.wordStatement(T.PassStatement);
      case Token.Break:
        return this.wordStatement(T.BreakStatement);
      case Token.Continue:
        return this.wordStatement(T.ContinueStatement);
      case Token.Return:
        return this.returnStatement();
      case Token.Import:
      case Token.From:
        return this.importStatement();
      case Token.Raise:
        return this.raiseStatement();
      case Token.Del:
        return this.listStatement(T.DeleteStatement, () => this.expression());
      case Token.Assert:
        return this.listStatement(T.AssertStatement, () => this.test());
      case Token.Global:
      case Token.Nonlocal:
        return this.listStatement(T.ScopeStatement, () => this.expect(Token.Name));
      case Token.Yield:
        return this.yieldStatement();
      default:
        return this.expressionStatement();
    }
  }

  private wordStatement(type: number): void {
    const mark = this.open();
    const { start } = this;
    this.take();
    this.close(type, mark, start);
  }

  private listStatement(type: number, element: () => void): void {
    const mark = this.open();
    const { start } = this;
    this.take();
    this.list(element);
    this.close(type, mark, start);
  }

  private yieldStatement(): void {
    const mark = this.open();
    const { start } = this;
    this.yielded();
    this.close(T.YieldStatement, mark, start);
  }

  private returnStatement(): void {
    const mark = this.open();
    const { start } = this;
    this.take();
    if (!this.isAtEnd()) this.list(() => this.starOrTest());
    this.close(T.ReturnStatement, mark, start);
  }

  private raiseStatement(): void {
    const mark = this.open();
    const { start } = this;
    this.take();
    if (!this.isAtEnd()) {
      this.test();
      if (this.token === Token.From) {
        this.take();
        this.test();
      }
    }
    this.close(T.RaiseStatement, mark, start);
  }

  private isAtEnd(): boolean {
    return this.token === Token.Newline || this.token === Token.Semicolon;
  }

  /** An expression, or what is given a value. */
  private expressionStatement(): void {
    const mark = this.open();
    const { start } = this;
    this.list(() => this.starOrTest());
    if (this.token === Token.Update) return this.update(mark, start);
    if (this.token !== Token.Colon && this.token !== Token.Assign) {
      return this.close(T.ExpressionStatement, mark, start);
    }
    if (this.token === Token.Colon) this.typeDefinition();
    while (this.token === Token.Assign) {
      this.take();
      if (this.is(Token.Yield)) this.yieldExpression();
      else this.list(() => this.starOrTest());
    }
    this.close(T.AssignStatement, mark, start);
  }

  private update(mark: number, start: number): void {
    this.take();
    if (this.token === Token.Yield) this.yieldExpression();
    else this.list(() => this.test());
    this.close(T.UpdateStatement, mark, start);
  }

  /** The type of a variable or a parameter. */
  protected typeDefinition(): void {
    const mark = this.open();
    const { start } = this;
    this.take();
    this.test();
    this.close(T.TypeDef, mark, start);
  }

  protected dottedName(): void {
    this.expect(Token.Name);
    while (this.token === Token.Dot) {
      this.take();
      this.expect(Token.Name);
    }
  }

  private importStatement(): void {
    const mark = this.open();
    const { start } = this;
    const isFrom = this.token === Token.From;
    this.take();
    if (isFrom) this.importSource();
    if (this.token === Token.Star && isFrom) this.take();
    else if (this.token === Token.ParenOpen) {
      this.openBracket();
      this.list(() => this.importedName());
      this.closeBracket(Token.ParenClose);
    } else {
      this.list(() => this.importedName());
    }
    this.close(T.ImportStatement, mark, start);
  }

  private importSource(): void {
    const { start } = this;
    while (this.token === Token.Dot || this.token === Token.Ellipsis) this.take();
    if (this.token !== Token.Import) this.dottedName();
    else if (this.start === start) unclear();
    this.expect(Token.Import);
  }

  private importedName(): void {
    this.dottedName();
    if (this.token !== Token.As) return;
    this.take();
    this.expect(Token.Name);
  }
}
