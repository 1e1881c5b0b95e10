import { T } from '../node-types';
import { isPrintStatement } from './print-statement';
import { SimpleStatementParser } from './simple-statement-parser';
import { Token } from './token';
import { unclear } from './unclear';

/** Reads statements with blocks, and whole programs. */
export class StatementParser extends SimpleStatementParser {
  /**
   * Reads everything, up to the statement that was put behind the text.
   *
   * @param length of the text itself
   */
  program(length: number): void {
    this.startLine(0);
    while (this.start <= length) {
      if (this.token === Token.End) unclear();
      this.statement();
    }
    // What was put there has to stand for itself, and not within something that the text has left open.
    if (this.token !== Token.Number) unclear();
    this.open();
    this.lastEnd = length;
    this.close(T.Script, 0, 0);
  }

  private statement(): void {
    switch (this.token) {
      case Token.If:
        return this.ifStatement();
      case Token.While:
        return this.whileStatement();
      case Token.For:
        return this.forStatement(this.open(), this.start);
      case Token.Try:
        return this.tryStatement();
      case Token.With:
        return this.withStatement(this.open(), this.start);
      case Token.Def:
        return this.functionDefinition(this.open(), this.start);
      case Token.Class:
        return this.classDefinition();
      case Token.Async:
        return this.asyncStatement();
      case Token.At:
        return this.decorated();
      case Token.Name:
        if (isPrintStatement(this.text, this.start, this.end)) unclear();
        return this.simpleStatement();
      default:
        return this.simpleStatement();
    }
  }

  private body(): void {
    const mark = this.open();
    const { start } = this;
    this.deeper();
    this.expect(Token.Colon);
    if (this.token === Token.Newline) {
      this.endLine();
      this.indent();
      while (!this.is(Token.Dedent)) this.statement();
      this.dedent();
    } else {
      if (this.token === Token.Name && isPrintStatement(this.text, this.start, this.end)) unclear();
      this.simpleStatement();
    }
    this.back();
    this.close(T.Body, mark, start);
  }

  private elseClause(): void {
    if (this.token !== Token.Else) return;
    this.take();
    this.body();
  }

  private ifStatement(): void {
    const mark = this.open();
    const { start } = this;
    do {
      this.take();
      this.testNamed();
      this.body();
    } while (this.token === Token.Elif);
    this.elseClause();
    this.close(T.IfStatement, mark, start);
  }

  private whileStatement(): void {
    const mark = this.open();
    const { start } = this;
    this.take();
    this.testNamed();
    this.body();
    this.elseClause();
    this.close(T.WhileStatement, mark, start);
  }

  private forStatement(mark: number, start: number): void {
    this.expect(Token.For);
    this.list(() => this.starOrExpression());
    this.expect(Token.In);
    this.list(() => this.test());
    this.body();
    this.elseClause();
    this.close(T.ForStatement, mark, start);
  }

  private starOrExpression(): void {
    if (this.token === Token.Star) this.take();
    this.expression();
  }

  private tryStatement(): void {
    const mark = this.open();
    const { start } = this;
    this.take();
    this.body();
    while (this.token === Token.Except) this.exceptClause();
    this.elseClause();
    if (this.token === Token.Finally) {
      this.take();
      this.body();
    }
    this.close(T.TryStatement, mark, start);
  }

  private exceptClause(): void {
    this.take();
    if (this.token === Token.Star) this.take();
    if (this.token !== Token.Colon) {
      this.test();
      if (this.token === Token.As || this.token === Token.Comma) {
        this.take();
        this.expect(Token.Name);
      }
    }
    this.body();
  }

  private withStatement(mark: number, start: number): void {
    this.expect(Token.With);
    this.list(() => this.withItem());
    this.body();
    this.close(T.WithStatement, mark, start);
  }

  private withItem(): void {
    this.test();
    if (this.token !== Token.As) return;
    this.take();
    this.expect(Token.Name);
  }

  private asyncStatement(): void {
    const mark = this.open();
    const { start } = this;
    this.take();
    if (this.token === Token.Def) this.functionDefinition(mark, start);
    else if (this.token === Token.For) this.forStatement(mark, start);
    else this.withStatement(mark, start);
  }

  private decorated(): void {
    const mark = this.open();
    const { start } = this;
    while (this.token === Token.At) this.decorator();
    if (this.token === Token.Class) this.classDefinition();
    else {
      const definition = this.open();
      const from = this.start;
      if (this.token === Token.Async) this.take();
      this.functionDefinition(definition, from);
    }
    this.close(T.DecoratedStatement, mark, start);
  }

  private decorator(): void {
    const mark = this.open();
    const { start } = this;
    this.takeAs(T.At);
    this.dottedName();
    if (this.token === Token.ParenOpen) this.argumentList();
    this.endLine();
    this.close(T.Decorator, mark, start);
  }

  private functionDefinition(mark: number, start: number): void {
    this.expect(Token.Def);
    this.expect(Token.Name);
    this.parameterList();
    if (this.token === Token.Arrow) {
      const type = this.open();
      const from = this.start;
      this.pass();
      this.test();
      this.close(T.TypeDef, type, from);
    }
    this.body();
    this.close(T.FunctionDefinition, mark, start);
  }

  private parameterList(): void {
    const mark = this.open();
    const { start } = this;
    if (this.token !== Token.ParenOpen) unclear();
    this.openBracket();
    if (!this.is(Token.ParenClose)) this.list(() => this.parameter());
    this.closeBracket(Token.ParenClose);
    this.close(T.ParamList, mark, start);
  }

  private parameter(): void {
    if (this.token === Token.Slash) return this.pass();
    const { token } = this;
    if (token === Token.Star || token === Token.DoubleStar) {
      this.take();
      if (token === Token.Star && this.token !== Token.Name) return;
    }
    this.expect(Token.Name);
    if (this.token === Token.Colon) this.typeDefinition();
    if (this.token !== Token.Assign || token !== Token.Name) return;
    this.take();
    this.test();
  }

  private classDefinition(): void {
    const mark = this.open();
    const { start } = this;
    this.take();
    this.expect(Token.Name);
    if (this.token === Token.ParenOpen) this.argumentList();
    this.body();
    this.close(T.ClassDefinition, mark, start);
  }
}
