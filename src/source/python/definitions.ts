import type { Expression } from '../expression';
import type { ClassDefinition, Decorator, FunctionDefinition, Parameter } from '../model';
import type { TextRange } from '../range';
import type { ClassRecord, FunctionRecord } from './facts/scope';
import { namesOf } from './resolve/entity';
import type { Resolution } from './resolve/resolution';
import type { AnswerMark } from './sections/tracking';

/** A function as rules see it. */
export function functionDefinition(resolution: Resolution, record: FunctionRecord): FunctionDefinition {
  return new PythonFunction(resolution, record);
}

/** A class as rules see it. */
export function classDefinition(resolution: Resolution, record: ClassRecord): ClassDefinition {
  return new PythonClass(resolution, record);
}

class PythonFunction implements FunctionDefinition {
  readonly name: string;
  readonly className: string | undefined;
  readonly range: TextRange;
  readonly nameRange: TextRange;
  readonly isAsync: boolean;
  private read: { decorators?: readonly Decorator[]; parameters?: readonly Parameter[] } = {};
  private decoratorsMark: AnswerMark | undefined;

  constructor(
    private readonly resolution: Resolution,
    private readonly record: FunctionRecord,
  ) {
    const { tree } = resolution.facts;
    this.name = record.name;
    this.className = record.enclosingClass?.name;
    this.range = tree.rangeOf(record.node);
    this.nameRange = record.nameNode >= 0 ? tree.rangeOf(record.nameNode) : this.range;
    this.isAsync = record.isAsync;
  }

  get decorators(): readonly Decorator[] {
    const { tracking } = this.resolution.source;
    if (this.read.decorators) {
      tracking?.reuse(this.decoratorsMark);
      return this.read.decorators;
    }
    const noted = tracking?.begin(this.record.node);
    this.read.decorators = readDecorators(this.resolution, this.record.decorators);
    this.decoratorsMark = noted && tracking?.end(noted);
    return this.read.decorators;
  }

  get parameters(): readonly Parameter[] {
    const { source, facts } = this.resolution;
    return (this.read.parameters ??= this.record.parameters.map((parameter) => ({
      name: parameter.name,
      annotation: optional(parameter.annotation, (node) => source.at(node)),
      default: optional(parameter.default, (node) => source.at(node)),
      range: { start: facts.tree.startOf(parameter.node), end: parameter.end },
    })));
  }

  get returns(): readonly Expression[] {
    return this.record.returns.map((group) => this.resolution.source.group(group));
  }
}

class PythonClass implements ClassDefinition {
  readonly name: string;
  readonly range: TextRange;

  constructor(
    private readonly resolution: Resolution,
    private readonly record: ClassRecord,
  ) {
    this.name = record.name;
    this.range = resolution.facts.tree.rangeOf(record.node);
  }

  get bases(): readonly string[] {
    return namesOf(this.resolution.entities.bases(this.record));
  }

  get decorators(): readonly Decorator[] {
    return readDecorators(this.resolution, this.record.decorators);
  }
}

function readDecorators(resolution: Resolution, nodes: readonly number[]): readonly Decorator[] {
  return nodes.map((node) => {
    const expression = resolution.source.decorator(node);
    const names = expression.kind === 'call' ? expression.names : namesOf(resolution.entities.of(expression));
    return { expression, names };
  });
}

function optional<A, B>(value: A | undefined, map: (value: A) => B): B | undefined {
  return value === undefined ? undefined : map(value);
}
