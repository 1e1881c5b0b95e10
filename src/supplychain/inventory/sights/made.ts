import { anyConditionState } from '../../../analysis/rule-support/api-conditions';
import { findArgument } from '../../../analysis/rule-support/find-argument';
import type { ApiArgument, ApiOf } from '../../../catalog/schema/api';
import type { Call, Expression } from '../../../source/expression';
import type { SourceModel } from '../../../source/model';
import { calledAs } from '../called-as';
import { hostedName, providerOfClasses } from '../knowledge/hosted-name';
import { partsOfCall } from '../knowledge/part-apis';
import type { PartKind } from '../part-kind';
import { symbolAt } from '../symbol-at';
import type { JoinedPart, Sighting } from '../sighting';
import { writtenTexts } from '../written-texts';
import { modelsNamed, originAt } from './asked';
import type { MadeContext } from './made-context';
import type { PartReference } from './part-reference';
import { partsBehind } from './parts-behind';
import { isTraining, sightTrained } from './trained';

type Part = ApiOf<'part'>;

/** What asks or embeds is one of these. */
const MODELS: readonly PartKind[] = ['hosted-model', 'embedding-model', 'model'];

/** The parts that a call makes or names. */
export function sightMade(call: Call, api: Part, context: MadeContext): readonly Sighting[] {
  const { model } = context;
  if (api.onlyWhen && anyConditionState(call, api.onlyWhen, model) !== 'met') return [];
  if (isTraining(api)) return sightTrained(call, api, context, (other) => madeBy(other, context));
  const via = calledAs(call, model);
  const base = { kind: api.part, via, range: call.range } as const;
  switch (api.part) {
    case 'hosted-model':
    case 'embedding-model':
      return asked(call, api, model).map((one) => ({ ...base, ...one }));
    case 'vector-store': {
      // The store is the product; what is kept apart within it is a detail of it.
      const { origin = 'unknown', title } = api;
      const collection = textOf(call, api.names, model);
      const name = title ?? (api.origin === undefined ? (collection ?? origin) : origin);
      const said =
        collection === undefined || collection === name ? {} : { said: { collections: [collection] } };
      return [{ ...base, name, origin, pinning: 'own', ...said, ...joinedTo(joins(call, api, context)) }];
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
      const name = textOf(call, api.names, model) ?? (api.names ? undefined : ownName(call));
      const { origin = 'unknown' } = api;
      const version = versionOf(call, api, model);
      return name === undefined || !version ? [] : [{ ...base, name, origin, ...version }];
    }
  }
}

/** The parts that a call makes, whatever is known of it. */
export function madeBy(call: Call, context: MadeContext): readonly Sighting[] {
  return partsOfCall(call, context.apis, context.model.language).flatMap((api) =>
    isTraining(api) ? [] : sightMade(call, api, context),
  );
}

/** `weights="IMAGENET1K_V2"`, `weights=ResNet50_Weights.DEFAULT`; undefined where one is given that cannot be seen: it may be none. */
function versionOf(
  call: Call,
  { version, fixed }: Part,
  model: SourceModel,
): Pick<Sighting, 'version' | 'pinning'> | undefined {
  const found = version && findArgument(call, version, model);
  if (!version || found?.state !== 'given') return { pinning: 'unknown' };
  const [, member] = /_Weights\.(\w+)$/u.exec(model.qualifiedNames(found.value)[0] ?? '') ?? [];
  const text = textOf(call, [version], model) ?? member;
  if (text === undefined) return undefined;
  if (text.toUpperCase() === 'DEFAULT') return { version: text, pinning: 'mutable' };
  return { version: text, pinning: fixed === true ? 'pinned' : 'unknown' };
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

/** `torchvision.datasets.MNIST`, `keras.datasets.mnist.load_data` and `torchvision.models.resnet50` are named by their own names. */
function ownName({ names }: Call): string | undefined {
  const segments = (names.find((name) => /\.(?:datasets|models|applications)\./u.test(name)) ?? '')
    .split('.')
    .filter((one) => one !== 'load_data');
  const last = segments.at(-1)?.replace(/^fetch_/u, '') ?? '';
  // `get_model` is told which by its first argument.
  return last === '' || last.startsWith('get_') ? undefined : last;
}

function joinedTo(joined: readonly JoinedPart[]): { readonly joined?: readonly JoinedPart[] } {
  return joined.length > 0 ? { joined } : {};
}

function joins(call: Call, api: Part, context: MadeContext): readonly JoinedPart[] {
  const models = partsIn(call, api.asks, context).map((one) => ({ ...one, join: 'asks' as const }));
  const embedded = partsIn(call, api.embeddings, context).map((one) => ({
    ...one,
    join: 'embeds' as const,
    inverse: true as const,
  }));
  return [...models, ...embedded, ...toolsIn(call, api.tools, context)];
}

/** The models that some arguments name, or hold as objects made in this file. */
function partsIn(
  call: Call,
  selectors: readonly ApiArgument[] = [],
  context: MadeContext,
): readonly PartReference[] {
  const { model } = context;
  return selectors.flatMap((selector) => {
    const found = findArgument(call, selector, model);
    if (found.state !== 'given') return [];
    const texts = writtenTexts(found.value, model).flatMap((text) => hostedName(text) ?? []);
    if (texts.length > 0)
      return texts.map(({ name, origin }) => ({ kind: 'hosted-model' as const, name, origin }));
    return partsBehind(found.value, MODELS, context, (other) => madeBy(other, context)).parts;
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
