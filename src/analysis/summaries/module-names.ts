import type { Expression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { containsRange } from '../../source/range';
import type { ExportedFunction } from './exported-functions';
import type { FileSummary, SummaryImport } from './file-summary';
import { importedName } from './imported-name';
import type { OwnModules } from './own-modules';

const MAX_TARGETS = 4;
const MAX_CONSTANTS = 200;
const MAX_CALLED = 500;
const MAX_TEXT = 200;

/** The imports of a file that may lead to other files of the workspace. */
export function ownImports(model: SourceModel, modules: OwnModules): readonly SummaryImport[] {
  return model.imports.flatMap(({ module, name, alias }) =>
    modules.mayBeOwn(importedName({ module, name }))
      ? [{ module, name, bound: alias ?? name ?? module.split('.', 1)[0] ?? module }]
      : [],
  );
}

/** The names of other modules that a file calls, each once. */
export function calledNames(model: SourceModel, modules: OwnModules): readonly string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  for (const { names } of model.calls) {
    for (const name of names) {
      if (seen.has(name)) continue;
      seen.add(name);
      if (found.length < MAX_CALLED && modules.mayBeOwn(name)) found.push(name);
    }
  }
  return found;
}

/** Names of a module that stand for something of a library: what is assigned, imported, or returned by a function. */
export function aliasesOf(
  model: SourceModel,
  functions: readonly ExportedFunction[],
  modules: OwnModules,
): FileSummary['aliases'] {
  const found = new Map<string, readonly string[]>();
  const add = (name: string, names: readonly string[]): void => {
    const targets = names.filter((one) => !one.startsWith('<local>') && modules.leadsToApi(one));
    if (targets.length > 0 && targets.length <= MAX_TARGETS) found.set(name, targets);
  };
  for (const { module, name, alias } of model.imports) {
    if (name === '*' || module.startsWith('.')) continue;
    if (name !== undefined) add(alias ?? name, [`${module}.${name}`]);
    else if (alias !== undefined || !module.includes('.')) add(alias ?? module, [module]);
  }
  for (const { name, value } of moduleAssignments(model))
    if (!bindsArguments(value)) add(name, model.qualifiedNames(value));
  for (const { definition, names, isProperty } of functions) {
    const target = returned(definition.returns, model);
    for (const name of names) add(isProperty || name.endsWith('()') ? name : `${name}()`, target);
  }
  return [...found];
}

/** Arguments on which no judgement of a call rests. */
const HARMLESS = new Set(['protocol', 'map_location', 'encoding', 'errors', 'buffers', 'indent', 'device']);

/** A partial that holds arguments: who knows its name alone would judge the call without them. */
function bindsArguments(value: Expression): boolean {
  if (value.kind !== 'call' || !value.names.includes('functools.partial')) return false;
  return value.arguments.slice(1).some(({ keyword = '' }) => !HARMLESS.has(keyword));
}

/** Constants on the level of the module that are given a value once. */
export function constantsOf(model: SourceModel): FileSummary['constants'] {
  const all = moduleAssignments(model);
  const times = new Map<string, number>();
  for (const { name } of all) times.set(name, (times.get(name) ?? 0) + 1);
  const changed = new Set(
    [...model.text.matchAll(/\bglobal\s+([\w, ]+)/gu)].flatMap(([, names]) =>
      (names ?? '').split(/\s*,\s*/u),
    ),
  );
  const found: (readonly [string, string | number | boolean | null])[] = [];
  for (const { name, value } of all) {
    if (found.length >= MAX_CONSTANTS || times.get(name) !== 1 || changed.has(name.trim())) continue;
    const known = model.evaluate(value);
    if (known.known && !(typeof known.value === 'string' && known.value.length > MAX_TEXT))
      found.push([name, known.value]);
  }
  return found;
}

/** Values given to plain names on the level of the module. */
function moduleAssignments(
  model: SourceModel,
): readonly { readonly name: string; readonly value: Expression }[] {
  const { classes } = model;
  if (model.declared) return model.declared;
  return (model.assignments ?? []).flatMap(({ target, value, range }) => {
    if (target.kind !== 'name' || model.functionAt(range.start)) return [];
    return classes.some((one) => containsRange(one.range, range)) ? [] : [{ name: target.name, value }];
  });
}

/** What every return of a function gives. */
function returned(returns: readonly Expression[], model: SourceModel): readonly string[] {
  const [first, ...others] = returns
    .filter((value) => !(value.kind === 'constant' && value.value === null))
    .map((value) => model.qualifiedNames(value));
  if (!first) return [];
  return others.every((names) => names.join() === first.join()) ? first : [];
}
