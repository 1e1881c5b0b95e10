import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { bomPlace } from '../bom-place';
import type { BomRequest } from '../bom-request';
import type { BomSpec } from '../bom-spec';
import { contentUuid } from '../content-uuid';
import { fileHash } from '../file-hash';
import { lineageByPart } from '../lineage-by-part';
import {
  componentAdditions,
  serviceAdditions,
  type ComponentAdditions,
  type ServiceAdditions,
} from './additions';
import { componentOf, serviceOf } from './component-of';

const SPECS = { '1.6': Spec.Spec1dot6, '1.7': Spec.Spec1dot7 } as const;
/** Cannot be the id of a part: those begin with a kind. */
const SUBJECT_REF = 'workspace';

/**
 * The bill of materials as JSON of CycloneDX, valid against the official schema. Components are made and written by the library
 * of the standard; see {@link ComponentAdditions} for what it does not know.
 */
export async function cyclonedxBom(request: BomRequest, spec: Exclude<BomSpec, 'spdx-3.0'>): Promise<string> {
  const bom = new Models.Bom({ metadata: metadataOf(request) });
  const { components, services } = addParts(bom, request);
  const normalized = new Serialize.JSON.Normalize.Factory(SPECS[spec])
    .makeForBom()
    .normalize(bom, { sortLists: false });
  const whole = {
    ...normalized,
    components: normalized.components?.map((one) => ({ ...one, ...components.get(one['bom-ref'] ?? '') })),
    // The library knows no compositions. What is read from files is the best that can be had, and may not be all.
    compositions: [{ aggregate: 'unknown', dependencies: [SUBJECT_REF] }],
    services: normalized.services?.map((one) => withService(one, services.get(one['bom-ref'] ?? ''))),
  };
  if (!request.serial) return jsonText(whole);
  return jsonText({ ...whole, serialNumber: `urn:uuid:${await contentUuid(jsonText(whole))}` });
}

function metadataOf({ subject, tool, timestamp }: BomRequest): Models.Metadata {
  const { Application } = Enums.ComponentType;
  return new Models.Metadata({
    ...(timestamp ? { timestamp } : {}),
    // Read from sources and configuration, before anything is built from them.
    lifecycles: new Models.LifecycleRepository([Enums.LifecyclePhase.PreBuild]),
    tools: new Models.Tools({
      components: new Models.ComponentRepository([
        new Models.Component(Application, tool.name, { version: tool.version }),
      ]),
    }),
    component: new Models.Component(Application, subject, { bomRef: SUBJECT_REF }),
  });
}

interface Added {
  readonly components: ReadonlyMap<string, ComponentAdditions>;
  readonly services: ReadonlyMap<string, ServiceAdditions>;
}

/** Puts the parts and what they depend on into the bill; gives what is to be added when it is written. */
function addParts(bom: Models.Bom, { inventory, hashes }: BomRequest): Added {
  const parts = new Map(inventory.parts.map((part) => [part.id, part]));
  const lineage = lineageByPart(inventory);
  const components = new Map<string, ComponentAdditions>();
  const services = new Map<string, ServiceAdditions>();
  const made = new Map<string, Models.Component | Models.Service>();
  for (const part of parts.values()) {
    const edges = lineage.get(part.id) ?? [];
    const given = { part, edges, hash: fileHash(part, hashes), partOf: (id: string) => parts.get(id) };
    const place = bomPlace(part);
    if (place.as === 'service') {
      const service = serviceOf(given);
      bom.services.add(service);
      made.set(part.id, service);
      services.set(part.id, serviceAdditions(given));
    } else {
      const component = componentOf(given, place.type);
      bom.components.add(component);
      made.set(part.id, component);
      components.set(part.id, componentAdditions(given, place));
    }
  }
  for (const [id, one] of made) {
    bom.metadata.component?.dependencies.add(one.bomRef);
    for (const { to } of lineage.get(id) ?? []) {
      const target = made.get(to);
      if (target) one.dependencies.add(target.bomRef);
    }
  }
  return { components, services };
}

type NormalizedService = Serialize.JSON.Types.Normalized.Service;

function withService(service: NormalizedService, additions: ServiceAdditions | undefined): object {
  if (!additions) return service;
  return { ...service, ...additions, properties: [...(service.properties ?? []), ...additions.properties] };
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
