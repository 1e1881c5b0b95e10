import { findArgument } from '../../../analysis/rule-support/find-argument';
import type { ApiArgument, ApiOf } from '../../../catalog/schema/api';
import type { Call, Expression } from '../../../source/expression';
import type { SourceModel } from '../../../source/model';
import { calledAs } from '../called-as';
import {
  hostedName,
  isLocalProvider,
  providerOfAddress,
  providerOfClasses,
  providerOfWord,
  type HostedName,
} from '../knowledge/hosted-name';
import type { Sighting } from '../sighting';
import { writtenTexts } from '../written-texts';

/** How clients call the argument that names a model. */
const MODEL_ARGUMENTS: readonly ApiArgument[] = [
  { keyword: 'model' },
  { keyword: 'model_id' },
  { keyword: 'modelId' },
  { keyword: 'model_name' },
  { keyword: 'engine' },
  { keyword: 'deployment_id' },
];
const ADDRESS_ARGUMENTS: readonly ApiArgument[] = [
  { keyword: 'base_url' },
  { keyword: 'baseURL' },
  { keyword: 'api_base' },
  { keyword: 'openai_api_base' },
  { keyword: 'endpoint' },
];

/** The hosted models that a call asks by a name that can be seen. */
export function sightAsked(call: Call, api: ApiOf<'llm-call'>, model: SourceModel): readonly Sighting[] {
  const provider = providerOfClasses(call.names) ?? providerOfWord(api.provider);
  // What asks any model through a framework names it elsewhere.
  if (provider === undefined) return [];
  return modelsNamed(call, MODEL_ARGUMENTS, originAt(call, provider, model), model).map((one) => ({
    kind: 'hosted-model',
    ...one,
    via: calledAs(call, model),
    range: call.range,
  }));
}

/** The models that the first given of some arguments names. */
export function modelsNamed(
  call: Call,
  selectors: readonly ApiArgument[],
  origin: string | undefined,
  model: SourceModel,
): readonly HostedName[] {
  for (const selector of selectors) {
    const found = findArgument(call, selector, model);
    if (found.state !== 'given') continue;
    return writtenTexts(found.value, model).flatMap((text) => hostedName(text, origin) ?? []);
  }
  return [];
}

/** Whose service is asked: that of the client's library, unless the client is told another address. */
export function originAt(call: Call, provider: string, model: SourceModel): string {
  const own = addressOf(call, model) ?? clientOf(call.callee, model, 8);
  if (own === undefined || isLocalProvider(provider)) return provider;
  if (own.text === undefined) return provider;
  const known = providerOfAddress(own.text);
  return known;
}

interface Address {
  /** Undefined where it cannot be seen. */
  readonly text: string | undefined;
}

function addressOf(call: Call, model: SourceModel): Address | undefined {
  for (const selector of ADDRESS_ARGUMENTS) {
    const found = findArgument(call, selector, model);
    if (found.state !== 'given') continue;
    const [text] = writtenTexts(found.value, model);
    return { text };
  }
  return undefined;
}

/** The address given to the client that a method is called on. */
function clientOf(callee: Expression, model: SourceModel, depth: number): Address | undefined {
  if (depth === 0) return undefined;
  if (callee.kind === 'attribute') return clientOf(callee.object, model, depth - 1);
  if (callee.kind === 'call') return addressOf(callee, model) ?? clientOf(callee.callee, model, depth - 1);
  const made = model.dereference(callee);
  return made === callee ? undefined : clientOf(made, model, depth - 1);
}
