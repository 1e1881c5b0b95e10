import type { CoreCatalog, CoreEntry } from './core';
import { byId } from './entries';
import type { Api } from './schema/api';
import type { Link } from './schema/entry';
import type { SecretFormat } from './schema/secret';

/**
 * The core as it is bundled: what stands in many entries is written once. Calls of one API after the other that differ in
 * nothing else share their facts, links are numbers into a table.
 */
export interface PackedCore {
  readonly stages: readonly CoreEntry<'stages'>[];
  readonly risks: readonly PackedLinks<CoreEntry<'risks'>>[];
  readonly weaknesses: readonly PackedLinks<CoreEntry<'weaknesses'>>[];
  readonly links: readonly Link[];
  readonly apis: readonly (Omit<Api, 'call'> & { readonly calls: readonly string[] })[];
  readonly secrets: readonly SecretFormat[];
}

type PackedLinks<T extends { readonly links: readonly Link[] }> = Omit<T, 'links'> & {
  readonly links: readonly number[];
};

/** The core in the form in which it is looked up. */
export function unpackCore({ stages, risks, weaknesses, links, apis, secrets }: PackedCore): CoreCatalog {
  const linked = <T extends { readonly links: readonly number[] }>(entry: T) => ({
    ...entry,
    links: entry.links.flatMap((at) => links[at] ?? []),
  });
  return {
    stages: byId(stages),
    risks: byId(risks.map(linked)),
    weaknesses: byId(weaknesses.map(linked)),
    apis: unpackApis(apis),
    secrets,
  };
}

/** The APIs that share their facts, one for each call. */
export function unpackApis(apis: PackedCore['apis']): readonly Api[] {
  // Taking a call out of an API and putting it back leaves the API it was.
  return apis.flatMap(({ calls, ...facts }) => calls.map((call) => ({ call, ...facts }) as Api));
}
