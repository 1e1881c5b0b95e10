import { u16 } from '../../bytes/numbers';
import { heapBlocks } from './fractal-heap';
import { NOWHERE, textUntilZero, unsigned, type Hdf5Bytes } from './hdf5-bytes';
import { MESSAGE, type HeaderMessage } from './object-header';

/** A member of a group. */
export interface Link {
  readonly name: string;
  /** Address of the object, or the path that a soft link leads to, or the file and the path in it. */
  readonly to: number | { readonly path: string } | { readonly file: string; readonly path: string };
}

const MAX_LINKS = 100_000;
const MAX_NODES = 20_000;

/** The members of the group that has this header. */
export function linksOf(file: Hdf5Bytes, messages: readonly HeaderMessage[]): Link[] {
  const links: Link[] = [];
  for (const { type, data } of messages) {
    if (type === MESSAGE.link) {
      const read = readLink(file, data, 0);
      if (read) links.push(read.link);
    } else if (type === MESSAGE.symbolTable) {
      addSymbols(file, file.address(data, 0), file.address(data, file.offsetSize), links);
    } else if (type === MESSAGE.linkInfo) {
      const heap = file.address(data, 2 + ((data[1] ?? 0) & 1 ? 8 : 0));
      for (const block of heapBlocks(file, heap)) addLinksIn(file, block, links);
    }
  }
  return links;
}

/** Links that stand one after the other in a block of a heap. */
function addLinksIn(file: Hdf5Bytes, block: Uint8Array, links: Link[]): void {
  for (let at = 0; at < block.length && links.length < MAX_LINKS;) {
    const read = readLink(file, block, at);
    // What a deleted link left is passed over byte by byte.
    if (read) links.push(read.link);
    at = read?.next ?? at + 1;
  }
}

function readLink(
  file: Hdf5Bytes,
  data: Uint8Array,
  start: number,
): { link: Link; next: number } | undefined {
  const flags = data[start + 1] ?? 0;
  if (data[start] !== 1 || flags > 31) return undefined;
  let at = start + 2;
  const type = flags & 8 ? (data[at++] ?? 0) : 0;
  at += (flags & 4 ? 8 : 0) + (flags & 16 ? 1 : 0);
  const sizeBytes = 2 ** (flags & 3);
  const size = unsigned(data, at, sizeBytes);
  at += sizeBytes;
  if (size === 0 || at + size > data.length) return undefined;
  const name = new TextDecoder().decode(data.subarray(at, at + size));
  at += size;
  if (type === 0) return { link: { name, to: file.address(data, at) }, next: at + file.offsetSize };
  const length = u16(data, at);
  const value = data.subarray(at + 2, at + 2 + length);
  const next = at + 2 + length;
  if (type === 1) return { link: { name, to: { path: new TextDecoder().decode(value) } }, next };
  if (type !== 64 || length < 3) return undefined;
  const target = textUntilZero(value, 1);
  return { link: { name, to: { file: target, path: textUntilZero(value, value.indexOf(0, 1) + 1) } }, next };
}

/** The members of a group of the old kind: a tree of nodes, with the names in a heap. */
function addSymbols(file: Hdf5Bytes, tree: number, heap: number, links: Link[]): void {
  const heapHead = file.read(heap, 8 + 2 * file.lengthSize + file.offsetSize);
  const names = file.address(heapHead, 8 + 2 * file.lengthSize);
  const seen = new Set<number>();
  const open = [tree];
  for (let node = open.pop(); node !== undefined && seen.size < MAX_NODES; node = open.pop()) {
    if (node === NOWHERE || seen.has(node) || file.budget.expired) continue;
    seen.add(node);
    const head = file.read(node, 8);
    const signature = String.fromCharCode(...head.subarray(0, 4));
    const count = u16(head, 6);
    if (signature === 'TREE') {
      const step = file.lengthSize + file.offsetSize;
      const bytes = file.read(node + 8 + 2 * file.offsetSize, count * step);
      for (let at = count - 1; at >= 0; at--) open.push(file.address(bytes, at * step + file.lengthSize));
    } else if (signature === 'SNOD') {
      addEntries(file, node, count, names, links);
    }
  }
}

function addEntries(file: Hdf5Bytes, node: number, count: number, names: number, links: Link[]): void {
  const size = 2 * file.offsetSize + 24;
  const bytes = file.read(node + 8, count * size);
  for (let at = 0; at + size <= bytes.length && links.length < MAX_LINKS; at += size) {
    const nameAt = file.address(bytes, at);
    const name = nameAt === NOWHERE ? '' : textUntilZero(file.read(names + nameAt, 1024));
    const soft = unsigned(bytes, at + 2 * file.offsetSize, 4) === 2;
    const path = names + unsigned(bytes, at + 2 * file.offsetSize + 8, 4);
    links.push({
      name,
      to: soft ? { path: textUntilZero(file.read(path, 1024)) } : file.address(bytes, at + file.offsetSize),
    });
  }
}
