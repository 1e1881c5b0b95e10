import type { JinjaExpression } from './jinja-expression';
import type { TemplateToken } from './template-part';

/** A condition under which a part of a template is used. */
export interface Guard {
  /** Undefined when it was not understood. */
  readonly test: JinjaExpression | undefined;
  readonly at: number;
}

/** One thing that a template does, in the order of its text. */
export interface TemplateStep {
  readonly kind: 'text' | 'output' | 'set' | 'each' | 'test' | 'load' | 'macro' | 'other';
  readonly at: number;
  /** Of `text`: what comes out as it is. */
  readonly text?: string;
  /** The word that a statement begins with. */
  readonly keyword?: string;
  /** Of `set`, `each` and `macro`: names that get a value; `ns.name` for an attribute of a namespace. */
  readonly targets?: readonly string[];
  readonly expression?: JinjaExpression;
  /** The tokens of a tag that was not understood. */
  readonly unread?: readonly TemplateToken[];
  /** Conditions around it, the outermost first. */
  readonly guards: readonly Guard[];
}
