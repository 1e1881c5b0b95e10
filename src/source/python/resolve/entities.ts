import type { Call, Expression } from '../../expression';
import type { ImportedNames } from '../../model';
import { nodeOf } from '../expressions/node-of';
import { NameNode, LambdaNode } from '../expressions/nodes';
import type { ExpressionSource } from '../expressions/expression-source';
import type { Definition } from '../facts/definition';
import type { ClassRecord } from '../facts/scope';
import { annotatedEntities } from './annotations';
import { Answers, type Budget } from './answers';
import type { Bindings } from './bindings';
import { BUILTINS } from './builtins';
import { callEntities } from './call-entities';
import { classAttribute, instanceAttribute } from './class-attributes';
import { LOOKUPS } from '../sections/lookups';
import { type Entity, external } from './entity';
import { elementOf } from './elements';

/** More candidates than this say nothing any more. */
const MAX_ENTITIES = 24;
const NONE: readonly Entity[] = [];
/** An object of `pathlib`, or what one of its methods or attributes gives. */
const PATH = /^pathlib\.(?:Pure|Posix|Windows)?(?:Posix|Windows)?Path(?:\(\)|\.(?:cwd|home)\(\))/;

/**
 * Works out what expressions denote: modules, functions, classes and objects, through imports, assignments, attributes,
 * calls and annotations. Each expression is worked out once. Unknown gives nothing.
 */
export class Entities {
  private readonly answers: Answers<Expression, readonly Entity[]>;

  constructor(
    readonly source: ExpressionSource,
    readonly bindings: Bindings,
    budget: Budget,
    private readonly imported?: ImportedNames,
  ) {
    this.answers = new Answers(budget, NONE, nodeOf, (expression) => distinct(this.resolve(expression)));
  }

  of(expression: Expression): readonly Entity[] {
    return this.answers.of(expression);
  }

  /** What an attribute of something denotes. */
  attribute(of: Entity, name: string): readonly Entity[] {
    switch (of.kind) {
      case 'external':
        return this.foreign(`${of.name}.${name}`, of.isProbable);
      case 'class':
        return classAttribute(this, of.record, name);
      case 'instance':
        return instanceAttribute(this, of.record, name);
      case 'partial':
        return name === 'func' ? [of.target] : NONE;
      case 'function':
        return NONE;
    }
  }

  /** What a call of something gives. `call` is the call in question, where there is one. */
  result(of: Entity, call?: Call): readonly Entity[] {
    return callEntities(this, of, call);
  }

  /** Something of another module, by its name there and by what it stands for, where that is known. */
  foreign(name: string, isProbable = false): readonly Entity[] {
    const own = external(name, isProbable);
    const aliases = this.imported?.aliases(name) ?? [];
    return aliases.length === 0 ? own : [...own, ...aliases.flatMap((one) => external(one, isProbable))];
  }

  ofDefinition(definition: Definition): readonly Entity[] {
    switch (definition.kind) {
      case 'import':
        return this.foreign(joinName(definition.module, definition.member));
      case 'function':
        return [{ kind: 'function', record: definition.record, isBound: false }];
      case 'class':
        return [{ kind: 'class', record: definition.record }];
      case 'parameter':
        return this.ofParameter(definition);
      case 'annotation':
        return annotatedEntities(this, definition.annotation);
      case 'opaque':
        return NONE;
      case 'value': {
        const value = this.source.group(definition.value);
        if (definition.source === 'augmented') return NONE;
        const annotated =
          definition.annotation === undefined ? NONE : annotatedEntities(this, definition.annotation);
        const path = definition.source === 'loop' ? [0, ...definition.path] : definition.path;
        if (path.length === 0) return [...this.of(value), ...annotated];
        const element = definition.source === 'loop' ? undefined : elementOf(value, path);
        return [...(element ? this.of(element) : NONE), ...annotated];
      }
    }
  }

  /** Base classes of a class, as entities. */
  bases(record: ClassRecord): readonly Entity[] {
    return record.bases.flatMap((node) => {
      const base = this.source.at(node);
      // `Base[int]` is the class `Base`.
      return this.of(base.kind === 'subscript' ? base.object : base);
    });
  }

  private resolve(expression: Expression): readonly Entity[] {
    switch (expression.kind) {
      case 'name':
        return expression instanceof NameNode ? this.ofName(expression) : NONE;
      case 'attribute':
        return this.of(expression.object).flatMap((entity) => this.attribute(entity, expression.name));
      case 'call':
        return this.of(expression.callee).flatMap((entity) => this.result(entity, expression));
      case 'await':
        return this.of(expression.operand);
      case 'conditional':
        return [...this.of(expression.whenTrue), ...this.of(expression.whenFalse)];
      case 'binary':
        if (expression.operator === '/') return this.pathBelow(expression.left, expression.right);
        // `a or b` is one of the two; `a | b` chains or unites them.
        return ['or', 'and', '|'].includes(expression.operator)
          ? [...this.of(expression.left), ...this.of(expression.right)]
          : NONE;
      case 'lambda': {
        const record =
          expression instanceof LambdaNode
            ? this.source.facts.functionByNode.get(expression.node)
            : undefined;
        return record ? [{ kind: 'function', record, isBound: false }] : NONE;
      }
      case 'subscript':
        return this.ofSubscript(expression.object, expression.index);
      default:
        return NONE;
    }
  }

  /** `folder / name` is a path where one of the two is. */
  private pathBelow(left: Expression, right: Expression): readonly Entity[] {
    const isPath = (entity: Entity): boolean => entity.kind === 'external' && PATH.test(entity.name);
    const found = this.of(left).some(isPath) || this.of(right).some(isPath);
    return found ? external('pathlib.Path()') : NONE;
  }

  private ofName(expression: NameNode): readonly Entity[] {
    const { name } = expression;
    const definitions = this.bindings.definitions(expression.node, name);
    if (definitions) return definitions.flatMap((definition) => this.ofDefinition(definition));
    if (BUILTINS.has(name)) return external(`builtins.${name}`);
    this.source.tracking?.name(LOOKUPS.starImports);
    return this.source.facts.starImports.flatMap((module) => this.foreign(joinName(module, name), true));
  }

  private ofParameter(definition: Definition & { kind: 'parameter' }): readonly Entity[] {
    const { record, index } = definition;
    const parameter = record.parameters[index];
    if (!parameter) return NONE;
    if (index === 0 && record.enclosingClass && !record.isStatic) {
      return [
        {
          kind: isClassMethod(this.source, record.decorators) ? 'class' : 'instance',
          record: record.enclosingClass,
        },
      ];
    }
    if (parameter.kind !== 'normal') return NONE;
    const annotated =
      parameter.annotation === undefined ? NONE : annotatedEntities(this, parameter.annotation);
    const byDefault = parameter.default === undefined ? NONE : this.of(this.source.at(parameter.default));
    return [...annotated, ...byDefault];
  }

  private ofSubscript(object: Expression, index: Expression | undefined): readonly Entity[] {
    if (index?.kind !== 'string' && index?.kind !== 'number') return NONE;
    const key = index.value;
    const container = object.kind === 'name' && object instanceof NameNode ? this.onlyValue(object) : object;
    const element = container && key !== undefined ? elementOf(container, [key]) : undefined;
    return element ? this.of(element) : NONE;
  }

  private onlyValue(name: NameNode): Expression | undefined {
    const definitions = this.bindings.definitions(name.node);
    const only = definitions?.length === 1 ? definitions[0] : undefined;
    const isPlain = only?.kind === 'value' && only.source === 'assignment' && only.path.length === 0;
    return isPlain ? this.source.group(only.value) : undefined;
  }
}

export function joinName(module: string, member: string | undefined): string {
  if (member === undefined) return module;
  return module.endsWith('.') ? module + member : `${module}.${member}`;
}

function isClassMethod(source: ExpressionSource, decorators: readonly number[]): boolean {
  return decorators.some((node) => source.facts.tree.textOf(node).trim() === '@classmethod');
}

function distinct(entities: readonly Entity[]): readonly Entity[] {
  if (entities.length < 2) return entities;
  const byIdentity = new Map<unknown, Entity>();
  for (const entity of entities) {
    const key =
      entity.kind === 'external'
        ? entity.name
        : entity.kind === 'partial'
          ? entity.call
          : `${entity.kind}${entity.record.node}`;
    const earlier = byIdentity.get(key);
    const isSurer = earlier?.kind === 'external' && earlier.isProbable;
    if (!earlier || isSurer) byIdentity.set(key, entity);
    if (byIdentity.size >= MAX_ENTITIES) break;
  }
  return [...byIdentity.values()];
}
