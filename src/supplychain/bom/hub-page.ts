import type { Part } from '../inventory/part';

/** The page of a part on the hub it comes from, where its name makes one; undefined for all others. */
export function hubPage({ origin, kind, name }: Pick<Part, 'origin' | 'kind' | 'name'>): string | undefined {
  if (origin !== 'huggingface' || !/^[\w.-]+(?:\/[\w.-]+)?$/u.test(name)) return undefined;
  return `https://huggingface.co/${kind === 'dataset' ? 'datasets/' : ''}${name}`;
}
