import type {
  Argument,
  ArgumentLookup,
  ArgumentSelector,
  Assignment,
  Call,
  Expression,
} from '../source/expression';
import type { SourceModel } from '../source/model';
import type { TextRange } from '../source/range';

/**
 * An assignment seen as the call of a setter, so that conditions of API knowledge hold for it as for any call:
 * `session.verify = False` as `session.verify(False)`, `os.environ["KEY"] = "0"` as `os.environ(KEY="0")`.
 */
export class AssignedValue implements Call {
  readonly kind = 'call';
  readonly nameConfidence = 'certain';
  readonly callee: Expression;
  readonly range: TextRange;
  readonly arguments: readonly Argument[];

  constructor(
    { target, value, range }: Assignment,
    readonly names: readonly string[],
    model: SourceModel,
  ) {
    this.callee = target.kind === 'subscript' ? target.object : target;
    this.range = range;
    this.arguments = [
      { keyword: keyOf(target, model), value, range: value.range, inPlace: true, spread: undefined },
    ];
  }

  get argumentsRange(): TextRange {
    return this.arguments[0]?.range ?? this.range;
  }

  argument({ keyword, position }: ArgumentSelector): ArgumentLookup {
    const [argument] = this.arguments;
    if (!argument) return { state: 'absent' };
    const isMeant = argument.keyword === undefined ? position === 0 : argument.keyword === keyword;
    return isMeant ? { state: 'given', argument } : { state: 'absent' };
  }
}

/** The key of an element; an empty text, which no fact asks for, when it is not known. */
function keyOf(target: Assignment['target'], model: SourceModel): string | undefined {
  if (target.kind !== 'subscript') return undefined;
  const key = target.index && model.evaluate(target.index);
  return key?.known && typeof key.value === 'string' ? key.value : '';
}
