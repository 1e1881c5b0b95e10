import { toJsonSchema } from '@valibot/to-json-schema';
import type { Catalog } from '../../src/catalog/catalog';
import { KIND_NAMES } from '../../src/catalog/kind-names';
import { REFERENCE_PLACES } from '../../src/catalog/reference-places';
import { ids, linkSchema, statusSchema, text } from '../../src/catalog/schema/entry';
import { MAX_TEAM_ENTRIES } from '../../src/catalog/team/read-team-entries';
import { TEAM_KINDS, TEAM_SCHEMAS, type TeamKind } from '../../src/catalog/team/team-schemas';

type Json = Readonly<Record<string, unknown>>;

/** Kinds whose ids are few enough to be offered where an entry is named. */
const OFFERED = ['stages', 'controls', 'roles'] as const;

/** Parts that stand in many places, and are written once. */
const SHARED: Json = {
  text: jsonOf(text),
  ids: jsonOf(ids),
  link: jsonOf(linkSchema),
  status: jsonOf(statusSchema),
};

/** The JSON schema of the key `catalog` of a project file, and the definitions it refers to. */
export function teamCatalogSchema(catalog: Catalog): {
  readonly property: Json;
  readonly definitions: Json;
} {
  const known = OFFERED.map((kind): [string, Json] => [
    `${kind}-id`,
    { anyOf: [{ enum: [...catalog[kind].keys()] }, { type: 'string' }] },
  ]);
  return {
    property: {
      type: ['object', 'null'],
      properties: Object.fromEntries(
        TEAM_KINDS.map((kind) => [
          kind,
          {
            type: ['array', 'null'],
            description: `${KIND_NAMES[kind].many}: new ones, or what changes in those that exist.`,
            maxItems: MAX_TEAM_ENTRIES,
            items: entryOf(kind),
          },
        ]),
      ),
      additionalProperties: false,
    },
    definitions: { ...SHARED, ...Object.fromEntries(known) },
  };
}

/** An entry says its id; what else it must say depends on whether the id exists, which the extension checks. */
function entryOf(kind: TeamKind): Json {
  const { properties } = jsonOf(TEAM_SCHEMAS[kind]) as { properties: Json };
  const own = Object.entries(properties).filter(([key]) => kind !== 'stages' || !SET_BY_ORDER.includes(key));
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(own.map(([key, value]) => [key, idsAt(kind, key) ?? partly(shared(value))])),
      ...(kind === 'stages' ? { after: AFTER } : {}),
    },
    required: ['id'],
    additionalProperties: false,
  };
}

const SET_BY_ORDER = ['number', 'signals'];

const AFTER: Json = {
  allOf: [{ $ref: '#/definitions/stages-id' }],
  description: 'Of a new stage: the stage it comes after.',
};

/** A list of ids of a kind that is offered; undefined for any other key. */
function idsAt(kind: TeamKind, key: string): Json | undefined {
  const place = REFERENCE_PLACES.find(({ from, place }) => from === kind && place === `${key}.*`);
  const to = OFFERED.find((offered) => offered === place?.to);
  return to && { type: 'array', items: { $ref: `#/definitions/${to}-id` } };
}

/** A mapping of which an entry that exists may give a part. */
function partly(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('required' in value)) return value;
  const { required: _, ...rest } = value;
  return rest;
}

/** The same schema with every shared part as a reference. */
function shared(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const name = Object.keys(SHARED).find((each) => JSON.stringify(SHARED[each]) === JSON.stringify(value));
  if (name !== undefined) return { $ref: `#/definitions/${name}` };
  if (Array.isArray(value)) return value.map(shared);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shared(part)]));
}

function jsonOf(schema: Parameters<typeof toJsonSchema>[0]): Json {
  const { $schema: _, ...json } = toJsonSchema(schema, { errorMode: 'ignore' });
  return withoutDefaults(json) as Json;
}

/** What is filled in for a list that is left out is no news to whoever writes one. */
function withoutDefaults(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutDefaults);
  return Object.fromEntries(
    Object.entries(value as Json)
      .filter(([key, part]) => key !== 'default' || !Array.isArray(part))
      .map(([key, part]) => [key, withoutDefaults(part)]),
  );
}
