import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { analyseTemplate } from '../jinja/analyse-template';
import { inspectRest } from '../tensors/inspect-rest';
import { checkTensors, sizeOf } from './check-tensors';
import { FILE_TYPES } from './file-types';
import { GGML_TYPES } from './ggml-types';
import { readGguf, type GgufEntry, type GgufFile } from './read-gguf';

const DEFAULT_ALIGNMENT = 32;
const TEMPLATE = /^tokenizer\.chat_template(?:\.|$)/u;
const TOLD = 20;

/** Reads GGUF, the format of llama.cpp: properties, tensors, and the chat templates that programs render. */
export const ggufReader: FormatReader = {
  recognises({ head }: Candidate): boolean {
    return String.fromCharCode(...head.subarray(0, 4)) === 'GGUF';
  },

  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format {
    let told = 0;
    const tell = (message: string, at: number): void => {
      if (told++ < TOLD) inspector.tell('suspicious', 'header', message, place.where, at);
    };
    const file = readGguf(source, inspector.budget);
    addFacts(inspector, file, place.where);
    const seen = new Set<string>();
    for (const { key, at, value } of file.entries) {
      if (seen.has(key))
        tell(`The property "${key.slice(0, 100)}" is there twice: loaders differ in which they take.`, at);
      seen.add(key);
      if (!TEMPLATE.test(key) || value.kind !== 'text') continue;
      analyseTemplate(inspector, { title: key, text: value.text, where: place.where, offset: value.at });
    }
    const { problem } = file;
    if (inspector.budget.expired) return 'gguf';
    if (problem) {
      tell(`The header cannot be read on: ${problem.message}.`, problem.at);
      inspector.search(source, problem.at, source.size, 'data after a broken header', place);
    } else checkData(inspector, source, place, file, tell);
    return 'gguf';
  },
};

function addFacts(
  inspector: Inspector,
  { version, little, entries, tensors }: GgufFile,
  where: string,
): void {
  const { facts } = inspector;
  facts.addProperty({ name: 'GGUF version', value: `${version}${little ? '' : ', big endian'}`, where });
  for (const entry of entries) facts.addProperty({ name: entry.key, value: shownValue(entry), where });
  for (const tensor of tensors) {
    const size = sizeOf(tensor);
    facts.addTensor({
      name: tensor.name,
      // The slowest first, as everywhere else.
      shape: tensor.dimensions.toReversed(),
      type: GGML_TYPES.get(tensor.type)?.name ?? `type ${tensor.type}`,
      where,
      ...(size === undefined ? {} : { size }),
    });
  }
}

function shownValue({ key, value }: GgufEntry): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'array') {
    return `${value.length} of them: ${value.first.join(', ')}${value.length > value.first.length ? ', …' : ''}`;
  }
  const quantisation = key === 'general.file_type' ? FILE_TYPES.get(Number(value.value)) : undefined;
  return quantisation ?? `${value.value}`;
}

function checkData(
  inspector: Inspector,
  source: ByteSource,
  place: Surroundings,
  file: GgufFile,
  tell: (message: string, at: number) => void,
): void {
  const given = file.entries.find(({ key }) => key === 'general.alignment');
  const stated = given?.value.kind === 'number' ? Number(given.value.value) : DEFAULT_ALIGNMENT;
  const isPower = Number.isInteger(stated) && stated > 0 && Number.isInteger(Math.log2(stated));
  if (!isPower || stated > 2 ** 20)
    tell(`The alignment is ${stated}, which is no power of two or too large.`, given?.at ?? 0);
  const alignment = isPower ? stated : DEFAULT_ALIGNMENT;
  const dataStart = Math.ceil(file.end / alignment) * alignment;
  const end = checkTensors(file, alignment, dataStart, source.size, tell);
  if (end === undefined || file.tensors.length === 0) return;
  const rest = Math.ceil(end / alignment) * alignment;
  if (rest >= source.size || source.read(rest, 64 * 1024).every((byte) => byte === 0)) return;
  inspectRest(inspector, source, place, rest);
}
