import { attributesOf, type TextAttribute } from './attributes';
import { datasetOf, type Dataset } from './hdf5-object';
import { linksOf, type Link } from './links';
import type { Superblock } from './superblock';
import { readObjectHeader } from './object-header';

/** What an HDF5 file holds, object by object. */
export interface Hdf5Visitor {
  attribute(attribute: TextAttribute, path: string): void;
  dataset(dataset: Dataset, path: string): void;
  link(link: Link, path: string): void;
}

const MAX_OBJECTS = 100_000;

/**
 * Visits every object that can be reached from the root, each once.
 *
 * @returns whether all of it could be read
 */
export function walkHdf5({ file, root }: Superblock, visitor: Hdf5Visitor): boolean {
  const seen = new Set<number>();
  const open: [address: number, path: string][] = [[root, '']];
  let complete = true;
  for (let next = open.pop(); next; next = open.pop()) {
    const [address, path] = next;
    if (seen.has(address)) continue;
    if (seen.size >= MAX_OBJECTS || file.budget.expired) {
      file.budget.tell('members');
      return false;
    }
    seen.add(address);
    const messages = readObjectHeader(file, address);
    if (!messages) {
      complete = false;
      continue;
    }
    const { texts, incomplete } = attributesOf(file, messages);
    if (incomplete) complete = false;
    for (const text of texts) visitor.attribute(text, path);
    const dataset = datasetOf(file, messages);
    if (dataset) visitor.dataset(dataset, path);
    for (const link of dataset ? [] : linksOf(file, messages)) {
      const child = `${path}/${link.name}`;
      if (typeof link.to === 'number') open.push([link.to, child]);
      else visitor.link(link, child);
    }
  }
  return complete;
}
