import type { BomEntry } from './bom-entry';
import type { GivenComponent, GivenService } from './cyclonedx-schema';

/** Characters of a field that are compared and shown. */
const MAX_TEXT = 500;

export function entryOfComponent(component: GivenComponent): BomEntry {
  const { type, purl, hashes = [], supplier, evidence } = component;
  return {
    type: cut(type),
    ...common(component),
    ...(purl === undefined ? {} : { purl: cut(purl) }),
    hashes: hashes.map(({ alg, content }) => cut(`${alg}:${content.toLowerCase()}`)).sort(),
    ...(supplier?.name === undefined ? {} : { provider: cut(supplier.name) }),
    evidence: (evidence?.occurrences ?? [])
      .map(({ location, line }) => cut(line === undefined ? location : `${location}:${line}`))
      .sort(),
  };
}

export function entryOfService(service: GivenService): BomEntry {
  const { provider, properties = [] } = service;
  return {
    type: 'service',
    ...common(service),
    hashes: [],
    ...(provider?.name === undefined ? {} : { provider: cut(provider.name) }),
    // Ours: CycloneDX has no evidence of services. The place is followed by what uses it.
    evidence: properties
      .filter(({ name }) => name === 'mlsecops:occurrence')
      .map(({ value = '' }) => cut(/^(.*:\d+) /u.exec(value)?.[1] ?? value))
      .sort(),
  };
}

function common({ group, name, version, licenses = [], properties = [] }: GivenComponent | GivenService) {
  const values = new Map(properties.map((property) => [property.name ?? '', cut(property.value ?? '')]));
  // A range that a manifest names tells more of a change than nothing.
  const known = version === undefined || version === '' ? values.get('mlsecops:requirement') : version;
  const judged = (['kind', 'pinning', 'openness', 'signed', 'scanned'] as const).flatMap((key) => {
    const value = values.get(`mlsecops:${key}`);
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    name: cut(group === undefined || group === '' ? name : `${group}/${name}`),
    ...(known === undefined ? {} : { version: cut(known) }),
    licenses: licenses
      .map(({ expression, license }) => cut(expression ?? license?.id ?? license?.name ?? ''))
      .filter((text) => text !== '')
      .sort(),
    ...Object.fromEntries(judged),
  };
}

function cut(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
