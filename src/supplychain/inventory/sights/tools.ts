import type { ApiIndex } from '../../../analysis/api-index';
import { findArgument } from '../../../analysis/rule-support/find-argument';
import type { ApiOf } from '../../../catalog/schema/api';
import type { Call, Expression } from '../../../source/expression';
import type { ClassDefinition, FunctionDefinition, SourceModel } from '../../../source/model';
import type { Sighting } from '../sighting';
import { writtenTexts } from '../written-texts';
import type { MadeContext } from './made-context';

type ToolApi = ApiOf<'tool-function'>;

const NAME = /^[\w.:-]{1,80}$/u;

/** The functions and classes of a program that a model may call. */
export function sightTools(context: MadeContext): readonly Sighting[] {
  const { model, apis } = context;
  return [
    ...model.functions.flatMap((definition) => decorated(definition, apis, context)),
    ...model.classes.flatMap((definition) => derived(definition, apis, context)),
  ];
}

/** The tools that a call makes, or is given: `Tool(name="search", func=search)`, `server.tool("search", ...)`, `Agent(tools=[search])`. */
export function sightToolCall(call: Call, api: ToolApi, context: MadeContext): readonly Sighting[] {
  if (!api.takes) return [];
  const { model } = context;
  const declared = declaredName(call, model);
  const given = findArgument(call, api.takes, model);
  if (given.state !== 'given') return [];
  const names = declared === undefined ? functionNames(given.value, model) : [declared];
  return names.map((name) => tool(name, call.names[0] ?? 'tool', call.range, context));
}

function decorated(
  definition: FunctionDefinition,
  apis: ApiIndex,
  context: MadeContext,
): readonly Sighting[] {
  for (const { names } of definition.decorators) {
    const isTool = apis
      .ofNames(names)
      .some((api) => api.is === 'tool-function' && !api.takes && !api.methods);
    if (isTool) return [tool(definition.name, names[0] ?? 'tool', definition.nameRange, context)];
  }
  return [];
}

/** A class that derives from a library's class of tools. */
function derived(
  { name, bases, range }: ClassDefinition,
  apis: ApiIndex,
  context: MadeContext,
): readonly Sighting[] {
  const isTool = apis.ofNames(bases).some((api) => api.is === 'tool-function' && api.methods !== undefined);
  return isTool
    ? [tool(name, bases[0] ?? 'tool', { start: range.start, end: range.start + 1 }, context)]
    : [];
}

function tool(name: string, via: string, range: Sighting['range'], { path }: MadeContext): Sighting {
  const plain = via.replaceAll('()', '');
  return { kind: 'tool', name: `${path}#${name}`, origin: 'local', pinning: 'own', via: plain, range };
}

function declaredName(call: Call, model: SourceModel): string | undefined {
  for (const selector of [{ keyword: 'name' }, { position: 0 }]) {
    const found = call.argument(selector);
    const [text] = found.state === 'given' ? writtenTexts(found.argument.value, model) : [];
    if (text !== undefined && NAME.test(text)) return text;
  }
  return undefined;
}

function functionNames(expression: Expression, model: SourceModel): readonly string[] {
  const written = model.dereference(expression);
  const items = written.kind === 'collection' ? written.elements : [expression];
  return items.flatMap((item) =>
    item.kind === 'name' && model.functionsNamed(item.name).length > 0 ? [item.name] : [],
  );
}
