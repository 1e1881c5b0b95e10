import type { Part } from '../../inventory/part';

/** Where the names of parts are an owner and a name. */
const OWNED: ReadonlySet<string> = new Set([
  'huggingface',
  'npm',
  'torch-hub',
  'github',
  'modelscope',
  'kaggle',
]);

/** A name as CycloneDX wants it: the owner apart, as package URLs have it too. */
export function splitName({ origin, name }: Pick<Part, 'origin' | 'name'>): {
  readonly group?: string;
  readonly name: string;
} {
  const match = OWNED.has(origin) ? /^([^/]+)\/([^/]+)$/u.exec(name) : null;
  return match?.[1] === undefined || match[2] === undefined ? { name } : { group: match[1], name: match[2] };
}
