/** What stands within a tag, as the lexer of Jinja tells it apart. */
export interface TemplateToken {
  readonly kind: 'name' | 'string' | 'number' | 'operator';
  /** Of a string its text, escapes decoded. */
  readonly value: string;
  readonly at: number;
}

/** A piece of a template: text that comes out as it is, or a tag. Comments are left out. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | {
      readonly kind: 'expression' | 'statement';
      readonly at: number;
      readonly tokens: readonly TemplateToken[];
      /** Characters that no token of Jinja begins with, or a tag that does not end. */
      readonly broken: boolean;
    };
