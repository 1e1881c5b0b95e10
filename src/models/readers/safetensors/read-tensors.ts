import type { ByteSource } from '../../bytes/byte-source';
import type { Inspector } from '../../inspector';
import type { JsonEntry } from '../../json/json-value';
import type { Surroundings } from '../../place';
import { inspectRest } from '../tensors/inspect-rest';
import { readEntry, type TensorEntry } from './read-entry';

const METADATA = '__metadata__';
/** Findings of one kind in one file: a broken writer breaks every tensor. */
const TOLD = 20;
const HEADER = 8;

/** Checks what the header says against itself and against the file, and keeps the facts. */
export function readTensors(
  inspector: Inspector,
  source: ByteSource,
  place: Surroundings,
  entries: readonly JsonEntry[],
  dataStart: number,
): void {
  let told = 0;
  const tell = (message: string, at: number): void => {
    if (told++ < TOLD) inspector.tell('suspicious', 'header', message, place.where, at);
  };
  inspector.facts.addProperty({ name: 'format', value: 'safetensors', where: place.where });
  const tensors: TensorEntry[] = [];
  for (const entry of entries) {
    if (inspector.budget.expired) return;
    if (entry.key === METADATA) {
      readMetadata(inspector, entry, place.where, tell);
      continue;
    }
    const tensor = readEntry(entry);
    if (typeof tensor === 'string') {
      tell(`The tensor "${entry.key.slice(0, 100)}": ${tensor}.`, HEADER + entry.at);
      continue;
    }
    tensors.push(tensor);
    const { name, shape, dtype: type, start, end } = tensor;
    inspector.facts.addTensor({ name, shape, type, where: place.where, size: end - start });
  }
  // A tensor that could not be read leaves a hole of its own, which says nothing more.
  if (told === 0) checkLayout(tensors, source.size - dataStart, tell);
  const end = dataStart + tensors.reduce((last, tensor) => Math.max(last, tensor.end), 0);
  if (end < source.size && told < TOLD) inspectRest(inspector, source, place, end);
}

function readMetadata(
  inspector: Inspector,
  { value, at }: JsonEntry,
  where: string,
  tell: (message: string, at: number) => void,
): void {
  if (value.kind !== 'object') {
    tell('The metadata is no object.', HEADER + at);
    return;
  }
  for (const entry of value.entries) {
    if (entry.value.kind === 'string') {
      inspector.facts.addProperty({ name: entry.key, value: entry.value.value, where });
    } else tell(`"${entry.key.slice(0, 100)}" in the metadata is no text.`, HEADER + entry.at);
  }
}

/** Tensors lie one after the other from the beginning of the data to the end of the file, in whichever order they are listed. */
function checkLayout(
  tensors: readonly TensorEntry[],
  size: number,
  tell: (message: string, at: number) => void,
): void {
  let reached = 0;
  for (const { name, at, start, end } of tensors.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const shown = `The tensor "${name.slice(0, 100)}"`;
    if (start < reached) tell(`${shown} lies over another one.`, HEADER + at);
    else if (start > reached)
      tell(`${start - reached} bytes before "${name.slice(0, 100)}" belong to no tensor.`, HEADER + at);
    if (end > size) tell(`${shown} ends ${end - size} bytes after the file.`, HEADER + at);
    reached = Math.max(reached, end);
  }
}
