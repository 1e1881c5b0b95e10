import type { FunctionDefinition, Parameter, SourceModel } from '../../source/model';
import type { ApiArgument } from '../../catalog/schema/api';
import { containsRange, type TextRange } from '../../source/range';

/** A function that other files can call. */
export interface ExportedFunction {
  readonly definition: FunctionDefinition;
  /** As callers write it, without the module: `ask`, `Client().ask`; `Client` for its constructor. */
  readonly names: readonly string[];
  /** Whether it is read like an attribute. */
  readonly isProperty: boolean;
  /** Parameters that a caller does not give. */
  readonly skip: number;
}

const PROPERTY = /(?:^|\.)(?:property|cached_property|computed_field)$/u;

/** Functions on the level of the module and methods of its classes, in source order. */
export function exportedFunctions(model: SourceModel): readonly ExportedFunction[] {
  const found: ExportedFunction[] = [];
  let outer: TextRange = { start: -1, end: -1 };
  const heirs = subclasses(model);
  for (const definition of model.functions) {
    // What stands within another function is nobody else's.
    if (definition.range.start < outer.end && containsRange(outer, definition.range)) continue;
    outer = definition.range;
    if (definition.name !== '') found.push(exported(definition, heirs));
    else if (isDefault(definition, model))
      found.push({ definition, names: ['default'], isProperty: false, skip: 0 });
  }
  return found;
}

/** `export default (question) => ...` */
function isDefault({ range }: FunctionDefinition, { exports = [] }: SourceModel): boolean {
  return exports.some(({ at, as }) => as === 'default' && at === range.start);
}

function exported(
  definition: FunctionDefinition,
  heirs: ReadonlyMap<string, readonly string[]>,
): ExportedFunction {
  const { name, className } = definition;
  if (className === undefined) return { definition, names: [name], isProperty: false, skip: 0 };
  const decorators = definition.decorators.flatMap(({ names }) => names);
  const isStatic = decorators.includes('builtins.staticmethod');
  const isOfClass = isStatic || decorators.includes('builtins.classmethod');
  const names = [className, ...(heirs.get(className) ?? [])].flatMap((owner) => {
    if (name === '__init__' || name === 'constructor') return [owner];
    if (name === '__call__') return [`${owner}()`];
    return isOfClass ? [`${owner}.${name}`, `${owner}().${name}`] : [`${owner}().${name}`];
  });
  const isProperty = decorators.some((one) => PROPERTY.test(one));
  const isPython = definition.parameters[0]?.name === 'self' || definition.parameters[0]?.name === 'cls';
  return { definition, names, isProperty, skip: isStatic || !isPython ? 0 : 1 };
}

/** The classes of the file that derive from a class of the file. */
function subclasses(model: SourceModel): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { name, bases } of model.classes) {
    for (const base of bases) {
      if (!base.startsWith('<local>.')) continue;
      const parent = base.slice('<local>.'.length);
      found.set(parent, [...(found.get(parent) ?? []), name]);
    }
  }
  return found;
}

/** How a caller gives a parameter; undefined for one that takes several arguments. */
export function parameterSelector(
  { definition, skip }: ExportedFunction,
  parameter: Parameter,
  model: SourceModel,
): ApiArgument | undefined {
  const index = definition.parameters.indexOf(parameter);
  if (index < skip) return undefined;
  const before = model.textAt({ start: definition.nameRange.end, end: parameter.range.start });
  if (/[*.]\s*$/u.test(before)) return undefined;
  const isPython = model.language === 'python';
  if (isPython && /[(,]\s*\*/u.test(before)) return { keyword: parameter.name };
  return isPython ? { keyword: parameter.name, position: index - skip } : { position: index - skip };
}
