import { findArgument } from '../../../analysis/rule-support/find-argument';
import type { ApiArgument, ApiOf } from '../../../catalog/schema/api';
import type { ApiIndex } from '../../../analysis/api-index';
import type { Call, Expression } from '../../../source/expression';
import type { SourceModel } from '../../../source/model';
import { calledAs } from '../called-as';
import { hostedName, providerOfClasses } from '../knowledge/hosted-name';
import { partsOfCall } from '../knowledge/part-apis';
import { symbolAt } from '../symbol-at';
import type { JoinedPart, Sighting } from '../sighting';
import { writtenTexts } from '../written-texts';
import { modelsNamed, originAt } from './asked';

type Part = ApiOf<'part'>;

/** What a part is read with. */
export interface MadeContext {
  readonly model: SourceModel;
  readonly apis: ApiIndex;
  readonly path: string;
}

/** The parts that a call makes or names. */
export function sightMade(call: Call, api: Part, context: MadeContext): readonly Sighting[] {
  const { model } = context;
  const via = calledAs(call, model);
  const base = { kind: api.part, via, range: call.range } as const;
  switch (api.part) {
    case 'hosted-model':
    case 'embedding-model':
      return asked(call, api, model).map((one) => ({ ...base, ...one }));
    case 'vector-store': {
      const origin = api.origin ?? 'unknown';
      const name = textOf(call, api.names, model) ?? api.title ?? origin;
      return [{ ...base, name, origin, pinning: 'own', ...joinedTo(joins(call, api, context)) }];
    }
    case 'agent': {
      const symbol = symbolAt(call, model);
      const named = textOf(call, api.names, model) ?? symbol;
      if (named === undefined) return [];
      const said = { framework: api.origin ?? 'unknown' };
      const name = `${context.path}#${named}`;
      return [
        { ...base, name, origin: 'local', pinning: 'own', said, ...joinedTo(joins(call, api, context)) },
      ];
    }
    case 'mcp-server': {
      const name = textOf(call, api.names, model) ?? symbolAt(call, model);
      return name === undefined ? [] : [{ ...base, name, origin: 'local', pinning: 'own' }];
    }
    case 'evaluation':
      return [
        { ...base, name: api.title ?? api.origin ?? via, origin: api.origin ?? 'unknown', pinning: 'own' },
      ];
    default: {
      const name = textOf(call, api.names, model) ?? (api.names ? undefined : dataSetName(call));
      return name === undefined
        ? []
        : [{ ...base, name, origin: api.origin ?? 'unknown', pinning: 'unknown' }];
    }
  }
}

function asked(call: Call, { names = [], origin }: Part, model: SourceModel) {
  const provider = origin === undefined ? undefined : (providerOfClasses(call.names) ?? origin);
  return modelsNamed(call, names, provider && originAt(call, provider, model), model);
}

/** The text that the first given of some arguments has; undefined where none can be seen, or it is made when the program runs. */
function textOf(call: Call, selectors: readonly ApiArgument[] = [], model: SourceModel): string | undefined {
  for (const selector of selectors) {
    const found = findArgument(call, selector, model);
    if (found.state !== 'given') continue;
    const [text, ...others] = writtenTexts(found.value, model);
    return text !== undefined && others.length === 0 && /^[^\n]{1,120}$/u.test(text.trim())
      ? text.trim()
      : undefined;
  }
  return undefined;
}

/** `torchvision.datasets.MNIST` and `keras.datasets.mnist.load_data` are named by their own names. */
function dataSetName({ names }: Call): string | undefined {
  const segments = (names.find((name) => name.includes('.datasets.')) ?? '')
    .split('.')
    .filter((one) => one !== 'load_data');
  const last = segments.at(-1)?.replace(/^fetch_/u, '');
  return last === '' ? undefined : last;
}

function joinedTo(joined: readonly JoinedPart[]): { readonly joined?: readonly JoinedPart[] } {
  return joined.length > 0 ? { joined } : {};
}

function joins(call: Call, api: Part, context: MadeContext): readonly JoinedPart[] {
  const models = partsIn(call, api.asks, context).map((one) => ({ ...one, join: 'asks' as const }));
  const embedded = partsIn(call, api.embeddings, context).map((one) => ({ ...one, join: 'embeds' as const }));
  return [...models, ...embedded, ...toolsIn(call, api.tools, context)];
}

/** The models that some arguments name, or hold as objects made in this file. */
function partsIn(
  call: Call,
  selectors: readonly ApiArgument[] = [],
  { model, apis }: MadeContext,
): readonly Omit<JoinedPart, 'join'>[] {
  return selectors.flatMap((selector) => {
    const found = findArgument(call, selector, model);
    if (found.state !== 'given') return [];
    const texts = writtenTexts(found.value, model).flatMap((text) => hostedName(text) ?? []);
    if (texts.length > 0)
      return texts.map(({ name, origin }) => ({ kind: 'hosted-model' as const, name, origin }));
    const made = model.dereference(found.value);
    if (made.kind !== 'call') return [];
    return partsOfCall(made, apis, model.language).flatMap((api) =>
      api.part === 'hosted-model' || api.part === 'embedding-model'
        ? asked(made, api, model).map(({ name, origin }) => ({ kind: api.part, name, origin }))
        : [],
    );
  });
}

/** The functions of this file that an agent is given as tools. */
function toolsIn(
  call: Call,
  selectors: readonly ApiArgument[] = [],
  { model, path }: MadeContext,
): readonly JoinedPart[] {
  return selectors.flatMap((selector) => {
    const found = findArgument(call, selector, model);
    const list = found.state === 'given' ? model.dereference(found.value) : undefined;
    const items =
      list?.kind === 'collection'
        ? list.elements
        : list?.kind === 'dict'
          ? list.entries.map(({ value }) => value)
          : [];
    return items
      .flatMap((item) => localFunction(item, model))
      .map((name) => ({
        join: 'calls' as const,
        kind: 'tool' as const,
        name: `${path}#${name}`,
        origin: 'local',
      }));
  });
}

function localFunction(item: Expression, model: SourceModel): readonly string[] {
  return item.kind === 'name' && model.functionsNamed(item.name).length > 0 ? [item.name] : [];
}
