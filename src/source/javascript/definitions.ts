import type { ClassDefinition, Decorator, FunctionDefinition, Parameter } from '../model';
import type { ClassRecord, FunctionRecord, ParameterRecord } from './facts/records';
import { namesOf } from './resolve/entity';
import type { Resolution } from './resolve/resolution';

/** A function as rules see it. */
export function functionDefinition(resolution: Resolution, record: FunctionRecord): FunctionDefinition {
  const { source, facts } = resolution;
  const { tree } = facts;
  const range = tree.rangeOf(record.node);
  let returns: FunctionDefinition['returns'] | undefined;
  let parameters: FunctionDefinition['parameters'] | undefined;
  let decorators: FunctionDefinition['decorators'] | undefined;
  return {
    name: record.name,
    className: record.owner?.name,
    range,
    nameRange: record.nameNode < 0 ? { start: range.start, end: range.start } : tree.rangeOf(record.nameNode),
    isAsync: record.isAsync,
    get decorators() {
      return (decorators ??= record.decorators.flatMap((node) => decorator(resolution, node)));
    },
    get parameters() {
      return (parameters ??= record.parameters.map((one) => parameter(resolution, one)));
    },
    get returns() {
      return (returns ??= record.returns.map((node) => source.at(node)));
    },
  };
}

/** A class as rules see it. */
export function classDefinition(resolution: Resolution, record: ClassRecord): ClassDefinition {
  return {
    name: record.name,
    range: resolution.facts.tree.rangeOf(record.node),
    get bases() {
      return namesOf(resolution.entities.bases(record));
    },
    get decorators() {
      return record.decorators.flatMap((node) => decorator(resolution, node));
    },
  };
}

function decorator({ source, entities, facts }: Resolution, node: number): Decorator[] {
  const made = facts.tree.firstExpression(node);
  if (made < 0) return [];
  const expression = source.at(made);
  const names = expression.kind === 'call' ? expression.names : namesOf(entities.of(expression));
  return [{ expression, names }];
}

function parameter({ source, facts }: Resolution, record: ParameterRecord): Parameter {
  const { name, annotation, default: value, node, end } = record;
  return {
    name,
    annotation: annotation === undefined ? undefined : source.at(annotation),
    default: value === undefined ? undefined : source.at(value),
    range: { start: facts.tree.startOf(node), end },
  };
}
