import type { StringExpression, StringPart } from '../../expression';
import type { TextRange } from '../../range';
import { plainName, targetName } from '../facts/functions';
import { T } from '../syntax/node-types';
import { decodeEscapes } from './escapes';
import type { ExpressionSource } from './expression-source';

/** A string, a template with its holes, or the value of a JSX attribute. */
export class StringNode implements StringExpression {
  readonly kind = 'string';
  readonly isBytes = false;
  private read: readonly StringPart[] | undefined;

  constructor(
    private readonly source: ExpressionSource,
    readonly node: number,
  ) {}

  get range(): TextRange {
    return this.source.facts.tree.rangeOf(this.node);
  }

  get parts(): readonly StringPart[] {
    return (this.read ??= this.readParts());
  }

  get value(): string | undefined {
    let value = '';
    for (const part of this.parts) {
      if (part.kind === 'hole') return undefined;
      value += part.value;
    }
    return value;
  }

  /** A directive (`'use server'`) stands where a docstring does. */
  get isDocstring(): boolean {
    const { tree } = this.source.facts;
    const statement = tree.parentOf(this.node);
    return tree.typeOf(this.node) === T.String && tree.typeOf(statement) === T.ExpressionStatement;
  }

  get label(): string | undefined {
    const { tree } = this.source.facts;
    const name = targetName(tree, this.node);
    return name < 0 ? undefined : plainName(tree, name);
  }

  private readParts(): StringPart[] {
    const { tree } = this.source.facts;
    const { start, end } = this.range;
    const isTemplate = tree.typeOf(this.node) === T.TemplateString;
    const close = end > start + 1 && tree.text.charAt(end - 1) === tree.text.charAt(start) ? end - 1 : end;
    const parts: StringPart[] = [];
    let from = start + 1;
    const text = (to: number): void => {
      if (to <= from) return;
      const written = tree.text.slice(from, to);
      const isPlain = tree.typeOf(this.node) === T.JSXAttributeValue;
      parts.push({
        kind: 'text',
        value: isPlain ? written : decodeEscapes(written),
        range: { start: from, end: to },
      });
    };
    if (isTemplate) {
      for (const child of tree.children(this.node)) {
        if (tree.typeOf(child) !== T.Interpolation) continue;
        text(tree.startOf(child));
        const inner = tree.firstExpression(child);
        if (inner >= 0)
          parts.push({ kind: 'hole', expression: this.source.at(inner), range: tree.rangeOf(child) });
        from = tree.endOf(child);
      }
    }
    text(close);
    return parts;
  }
}
