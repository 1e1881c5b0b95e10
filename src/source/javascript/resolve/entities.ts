import type { Call, Expression } from '../../expression';
import type { ImportedNames } from '../../model';
import { moduleName } from '../facts/module-name';
import type { BindingPath, ClassRecord, Definition, ParameterDefinition } from '../facts/records';
import type { ExpressionSource } from '../expressions/expression-source';
import { ClassNode, LambdaNode, NameNode } from '../expressions/nodes';
import { annotatedEntities } from './annotations';
import { Answers, type Budget } from './answers';
import type { Bindings } from './bindings';
import { conventionalName, receivedFrom } from './callback-parameters';
import type { Callbacks } from './callbacks';
import { elementOf } from './elements';
import { calledName, classAround, type Entity, external, moduleEntity, nameOf } from './entity';
import { memberDefinitions, memberEntities } from './members';

/** More candidates than this say nothing any more. */
const MAX_ENTITIES = 24;
const NONE: readonly Entity[] = [];
const FIRST_ARGUMENT = new Set([
  'util.promisify', 'globals.Object.freeze', 'react.useMemo', 'react.useCallback', 'react.memo', 'util.callbackify', 'langfuse.observeOpenAI',
  '@langfuse/openai.observeOpenAI', 'langsmith/wrappers.wrapOpenAI', 'langsmith/wrappers.wrapSDK',
]); // prettier-ignore

/**
 * Works out what expressions denote: modules, functions, classes and objects, through imports, assignments, attributes, calls,
 * annotations and the frameworks that functions are given to. Each expression is worked out once. Unknown gives nothing.
 */
export class Entities {
  private readonly answers: Answers<Expression, readonly Entity[]>;

  constructor(
    readonly source: ExpressionSource,
    readonly bindings: Bindings,
    private readonly callbacks: Callbacks,
    budget: Budget,
    private readonly imported?: ImportedNames,
  ) {
    this.answers = new Answers(budget, NONE, (expression) => distinct(this.resolve(expression)));
  }

  of(expression: Expression): readonly Entity[] {
    return this.answers.of(expression);
  }

  /** What an attribute of something denotes. */
  attribute(of: Entity, name: string): readonly Entity[] {
    switch (of.kind) {
      case 'external':
        if (of.form === 'module' && name === 'default') return [moduleEntity(of.name, 'default')];
        return this.foreign(`${of.name}.${name}`, of.isProbable);
      case 'class':
      case 'instance':
        return memberEntities(this, of, name);
      case 'function':
        return NONE;
    }
  }

  /** What a call of something gives. */
  result(of: Entity): readonly Entity[] {
    switch (of.kind) {
      case 'external':
        return this.foreign(`${calledName(of) ?? of.name}()`, of.isProbable);
      case 'class':
        return [{ kind: 'instance', record: of.record }];
      case 'function':
        return of.record.returns.slice(0, 4).flatMap((node) => this.of(this.source.at(node)));
      case 'instance':
        return NONE;
    }
  }

  /** Something of another module, by its name there and by what it stands for, where that is known. */
  private foreign(name: string, isProbable = false): readonly Entity[] {
    return [...external(name, isProbable), ...this.standsFor(name, isProbable)];
  }

  private standsFor(name: string, isProbable = false): readonly Entity[] {
    const aliases = this.imported?.aliases(name) ?? [];
    return aliases.flatMap((one) => external(one, isProbable));
  }

  ofDefinition(definition: Definition): readonly Entity[] {
    switch (definition.kind) {
      case 'import':
        if (definition.member === undefined) return [moduleEntity(definition.module)];
        if (definition.member === 'default')
          return [
            moduleEntity(definition.module, 'default'),
            ...this.standsFor(`${definition.module}.default`),
          ];
        return this.foreign(`${definition.module}.${definition.member}`);
      case 'function':
        return definition.record.kind === 'getter'
          ? this.result({ kind: 'function', record: definition.record, isBound: true })
          : [{ kind: 'function', record: definition.record, isBound: false }];
      case 'class':
        return [{ kind: 'class', record: definition.record }];
      case 'parameter':
        return this.ofParameter(definition);
      case 'annotation':
        return annotatedEntities(this, definition.annotation);
      case 'opaque':
        return NONE;
      case 'value': {
        if (definition.source === 'augmented' || definition.source === 'keys') return NONE;
        const { annotation } = definition;
        const annotated = annotation === undefined ? NONE : annotatedEntities(this, annotation);
        if (definition.source === 'loop') return annotated;
        return [...this.at(this.source.at(definition.value), definition.path), ...annotated];
      }
    }
  }

  /** The base classes of a class. */
  bases(record: ClassRecord): readonly Entity[] {
    return record.base === undefined ? NONE : this.of(this.source.at(record.base));
  }

  /** What stands at a path in a value. */
  private at(value: Expression, path: BindingPath): readonly Entity[] {
    if (path.length === 0) return this.of(value);
    const element = elementOf(value, path);
    if (element) return this.of(element);
    return this.along(this.of(value), path);
  }

  private along(from: readonly Entity[], path: BindingPath): readonly Entity[] {
    let found = from;
    for (const key of path) {
      found =
        typeof key === 'string' && key !== '*'
          ? found.flatMap((entity) => this.attribute(entity, key))
          : NONE;
    }
    return found;
  }

  private resolve(expression: Expression): readonly Entity[] {
    switch (expression.kind) {
      case 'name':
        return expression instanceof NameNode ? this.ofName(expression) : NONE;
      case 'attribute':
        return this.ofAttribute(expression.object, expression.name);
      case 'subscript': {
        const { index } = expression;
        if (index?.kind === 'string' && index.value !== undefined)
          return this.ofAttribute(expression.object, index.value);
        return NONE;
      }
      case 'call':
        return this.ofCall(expression);
      case 'await':
        return this.of(expression.operand);
      case 'conditional':
        return [...this.of(expression.whenTrue), ...this.of(expression.whenFalse)];
      case 'binary':
        return ['||', '??', '&&'].includes(expression.operator)
          ? [...this.of(expression.left), ...this.of(expression.right)]
          : NONE;
      case 'lambda': {
        const record =
          expression instanceof LambdaNode
            ? this.source.facts.functionByNode.get(expression.node)
            : undefined;
        return record ? [{ kind: 'function', record, isBound: false }] : NONE;
      }
      case 'other': {
        const record =
          expression instanceof ClassNode ? this.source.facts.classByNode.get(expression.node) : undefined;
        if (record) return [{ kind: 'class', record }];
        return isImportMeta(this.source, expression) ? external('globals.import.meta') : NONE;
      }
      default:
        return NONE;
    }
  }

  private ofName(expression: NameNode): readonly Entity[] {
    const { name } = expression;
    if (name === 'this' || name === 'super') {
      const record = classAround(this.source.facts, expression.node);
      if (!record) return NONE;
      return name === 'this' ? [{ kind: 'instance', record }] : this.bases(record);
    }
    const definitions = this.bindings.definitions(expression.node, name);
    if (definitions) return definitions.flatMap((definition) => this.ofDefinition(definition));
    return external(`globals.${name}`);
  }

  private ofAttribute(object: Expression, name: string): readonly Entity[] {
    const found = this.of(object).flatMap((entity) => this.attribute(entity, name));
    if (found.length > 0) return found;
    const entry = elementOf(this.literal(object), [name]);
    return entry ? this.of(entry) : NONE;
  }

  /** The object literal that a name stands for. */
  private literal(object: Expression): Expression {
    if (!(object instanceof NameNode)) return object;
    const definitions = this.bindings.definitions(object.node) ?? [];
    const only = definitions.length === 1 ? definitions[0] : undefined;
    const isPlain = only?.kind === 'value' && only.source === 'assignment' && only.path.length === 0;
    return isPlain ? this.source.at(only.value) : object;
  }

  private ofCall(call: Call): readonly Entity[] {
    const module = importedModule(call);
    if (module !== undefined) return [moduleEntity(module)];
    const { callee } = call;
    if (callee.kind === 'attribute') {
      if (callee.name === 'bind') return this.of(callee.object);
      if (callee.name === 'then') return this.ofThen(call, callee.object);
    }
    const first = call.arguments[0];
    if (first && call.names.some((name) => FIRST_ARGUMENT.has(name))) return this.of(first.value);
    return this.of(callee).flatMap((entity) => this.result(entity));
  }

  /** `import('x').then((m) => m.default)` */
  private ofThen(call: Call, object: Expression): readonly Entity[] {
    const handler = call.arguments[0]?.value;
    const results = handler ? this.of(handler).flatMap((entity) => this.result(entity)) : NONE;
    return results.length > 0 ? results : this.of(object);
  }

  private ofParameter({ record, index, path }: ParameterDefinition): readonly Entity[] {
    const parameter = record.parameters[index];
    if (!parameter || parameter.isRest) return NONE;
    const found: Entity[] = [];
    if (parameter.annotation !== undefined) found.push(...annotatedEntities(this, parameter.annotation));
    for (const decorator of parameter.decorators) {
      const made = this.source.facts.tree.firstExpression(decorator);
      const names = made < 0 ? [] : this.of(this.source.at(made)).map(nameOf);
      for (const name of names) if (name !== undefined) found.push(...external(`${name}.$value`));
    }
    if (parameter.default !== undefined) found.push(...this.of(this.source.at(parameter.default)));
    for (const site of this.callbacks.of(record)) {
      const received = receivedFrom(site, index);
      if (received?.as === 'value') found.push(...this.of(received.object));
      else if (!received || isEvent(site.call)) found.push(...this.handedBy(site.call, site.property, index));
    }
    const conventional = conventionalName(record, index);
    if (conventional !== undefined) found.push(...external(conventional, true));
    return this.along(found, path);
  }

  /** What a framework hands to a function it is given: the callee's name, the option's, and `$0` for the first parameter. */
  private handedBy({ callee }: Call, property: string | undefined, index: number): readonly Entity[] {
    return this.of(callee).flatMap((entity) => {
      if (entity.kind !== 'external') return NONE;
      const option = property === undefined ? '' : `.${property}`;
      return external(`${calledName(entity) ?? entity.name}${option}.$${index}`, entity.isProbable);
    });
  }

  /** The definitions of a member of an object of this file. */
  members(expression: Expression): readonly Definition[] {
    if (expression.kind !== 'attribute') return [];
    return this.of(expression.object).flatMap((entity) =>
      entity.kind === 'class' || entity.kind === 'instance'
        ? memberDefinitions(this, entity.record, expression.name)
        : [],
    );
  }
}

function isEvent({ callee }: Call): boolean {
  return callee.kind === 'attribute' && (callee.name === 'on' || callee.name === 'once');
}

/** The module that `require('x')` or `import('x')` gives. */
function importedModule(call: Call): string | undefined {
  const given = call.arguments[0]?.value;
  if (given?.kind !== 'string' || given.value === undefined) return undefined;
  return call.names.includes('globals.require') || call.names.includes('globals.import')
    ? moduleName(given.value)
    : undefined;
}

function isImportMeta({ facts }: ExpressionSource, expression: Expression): boolean {
  return facts.tree.text.slice(expression.range.start, expression.range.end) === 'import.meta';
}

function distinct(entities: readonly Entity[]): readonly Entity[] {
  if (entities.length < 2) return entities;
  const byIdentity = new Map<unknown, Entity>();
  for (const entity of entities) {
    const key =
      entity.kind === 'external'
        ? (nameOf(entity) ?? '') + entity.form
        : `${entity.kind}${entity.record.node}`;
    const earlier = byIdentity.get(key);
    if (!earlier || (earlier.kind === 'external' && earlier.isProbable)) byIdentity.set(key, entity);
    if (byIdentity.size >= MAX_ENTITIES) break;
  }
  return [...byIdentity.values()];
}
