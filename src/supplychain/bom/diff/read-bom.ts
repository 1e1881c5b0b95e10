import * as v from 'valibot';
import type { BomEntry } from './bom-entry';
import { BomError } from './bom-error';
import { bomSchema, componentSchema, serviceSchema } from './cyclonedx-schema';
import { entryOfComponent, entryOfService } from './entry-of';

/** Components and services that are read; a bill that has more is refused rather than compared in part. */
const MAX_ENTRIES = 200_000;
/** Levels of components within components. */
const MAX_DEPTH = 32;

/** Characters of a bill that is read. */
export const MAX_BOM_TEXT = 256 * 1024 * 1024;

/**
 * The components and services of a bill of materials of CycloneDX 1.4 or later as JSON, of any maker. Components within components
 * count as their equals.
 *
 * @throws BomError that says what is wrong, with the path of the field where it is one
 */
export function readBom(text: string): readonly BomEntry[] {
  const bom = bomOf(jsonOf(text));
  const reader = new Reader();
  reader.read(bom.components ?? [], 'components', componentEntry);
  reader.read(bom.services ?? [], 'services', serviceEntry);
  return reader.entries;
}

function jsonOf(text: string): unknown {
  if (text.length > MAX_BOM_TEXT) throw new BomError('It is too large to be compared.');
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    throw new BomError(`It is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function bomOf(json: unknown): v.InferOutput<typeof bomSchema> {
  const marks = v.safeParse(v.looseObject({ bomFormat: v.optional(v.unknown()) }), json);
  if (!marks.success || Array.isArray(json))
    throw new BomError('It is no bill of materials: an object is expected.');
  const { output } = marks;
  if ('spdxVersion' in output || '@graph' in output) {
    throw new BomError('It is a document of SPDX; only CycloneDX JSON can be compared.');
  }
  if (output.bomFormat !== 'CycloneDX') {
    throw new BomError('It is no bill of materials of CycloneDX: `bomFormat` is not "CycloneDX".');
  }
  const bom = checked(bomSchema, json, '');
  const minor = /^1\.(\d{1,3})$/u.exec(bom.specVersion)?.[1];
  if (minor === undefined || Number(minor) < 4) {
    throw new BomError(
      `\`specVersion\` is "${bom.specVersion.slice(0, 20)}"; 1.4 or a later 1.x is expected.`,
    );
  }
  return bom;
}

/** Takes one item: its entry, and the items within it. */
type Take = (item: unknown, path: string) => { readonly entry: BomEntry; readonly within: Within };
type Within = { readonly items: readonly unknown[]; readonly field: string };

const componentEntry: Take = (item, path) => {
  const component = checked(componentSchema, item, path);
  return {
    entry: entryOfComponent(component),
    within: { items: component.components ?? [], field: 'components' },
  };
};

const serviceEntry: Take = (item, path) => {
  const service = checked(serviceSchema, item, path);
  return { entry: entryOfService(service), within: { items: service.services ?? [], field: 'services' } };
};

class Reader {
  readonly entries: BomEntry[] = [];

  read(items: readonly unknown[], path: string, take: Take, depth = 1): void {
    if (depth > MAX_DEPTH)
      throw new BomError(`\`${path}\`: more than ${MAX_DEPTH} levels within each other.`);
    items.forEach((item, at) => {
      const place = `${path}[${at}]`;
      const { entry, within } = take(item, place);
      if (this.entries.length >= MAX_ENTRIES) {
        throw new BomError(
          `It has more than ${MAX_ENTRIES.toLocaleString('en-US')} components and services.`,
        );
      }
      this.entries.push(entry);
      this.read(within.items, `${place}.${within.field}`, take, depth + 1);
    });
  }
}

/** @throws BomError that names the first field that is not as it should be */
function checked<S extends v.GenericSchema>(schema: S, value: unknown, path: string): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = [path, v.getDotPath(issue) ?? ''].filter((part) => part !== '').join('.');
  throw new BomError(`\`${field === '' ? '(root)' : field}\`: ${issue.message}`);
}
