import { WindowSource, type ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { joinPath, type Surroundings } from '../../place';
import { decodeLatin1 } from '../../pickle/pickle-text';
import { EFFECT_NAMES } from '../../verdict/effect-names';
import { readZip } from '../../zip/read-zip';
import { findDirectories } from '../../zip/end-records';
import { inspectZip } from '../../containers/inspect-zip';
import { FlatTable } from '../flatbuffer/flatbuffer';
import { withoutStart } from './without-start';
import type { Candidate, FormatReader } from '../format-reader';
import { knownName } from '../names/model-names';

/** Fields of the tables in `tensorflow/lite/schema/schema.fbs`. */
const MODEL = { version: 0, codes: 1, subgraphs: 2, description: 3, metadata: 6 } as const;
const CODE = { oldBuiltIn: 0, custom: 1, builtIn: 3 } as const;
const GRAPH = { tensors: 0, name: 4 } as const;
const TENSOR = { shape: 0, type: 1, name: 3 } as const;
const CUSTOM = 32;
const MAX_TENSORS = 100_000;
/** Names of `TensorType`, by number. */
const TYPES =
  'float32 float16 int32 uint8 int64 string bool int16 complex64 int8 float64 complex128 uint64 resource variant uint32 uint16 int4 bfloat16'.split(
    ' ',
  );

/** TensorFlow Lite: a graph in a FlatBuffer; files that belong to it may follow as a ZIP archive. */
export const tfliteReader: FormatReader = {
  recognises: ({ head, source, place }: Candidate) =>
    decodeLatin1(head, 4, 8) === 'TFL3' || (/\.tflite$/iu.test(place.name) && isModel(source)),
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format {
    const model = FlatTable.root(source);
    const description = model.text(MODEL.description);
    if (description !== '')
      inspector.facts.addProperty({ name: 'description', value: description, where: place.where });
    for (const code of model.tables(MODEL.codes)) {
      if (inspector.budget.expired) break;
      inspectCode(inspector, code, place);
    }
    for (const graph of model.tables(MODEL.subgraphs)) {
      if (inspector.budget.expired) break;
      addTensors(inspector, graph, place);
    }
    if (!isModel(source))
      inspector.tell(
        'suspicious',
        'header',
        'It says that it is TensorFlow Lite, but holds no graph.',
        place.where,
      );
    // At the top the archive is part of the format, so it is looked into here and not told as a second file.
    if (findDirectories(source).length > 0) inspectFiles(inspector, source, place);
    return 'tflite';
  },
};

function isModel(source: ByteSource): boolean {
  const model = FlatTable.root(source);
  return model.number(MODEL.version, 4) === 3 && model.has(MODEL.subgraphs);
}

function inspectCode(inspector: Inspector, code: FlatTable, { where }: Surroundings): void {
  const builtIn = Math.max(code.number(CODE.oldBuiltIn, 1), code.number(CODE.builtIn, 4));
  const name = code.text(CODE.custom);
  if (name === '') {
    if (builtIn === CUSTOM)
      inspector.tell('suspicious', 'operator', 'An operator without a name is custom.', where, code.start);
    return;
  }
  const flex = /^Flex[A-Z]/u.test(name);
  const known = flex ? knownName('tensorflow-op', name.slice(4)) : knownName('tflite-op', name);
  if (known?.verdict === 'safe') return;
  const why = known?.does
    ? `it ${EFFECT_NAMES[known.does]}`
    : 'unknown code: the program must bring a library that defines it';
  inspector.findings.add({
    verdict: known?.verdict ?? 'suspicious',
    rule: 'operator',
    message: `The custom operator ${name}: ${why}.`,
    where,
    offset: code.start,
    code: name,
  });
}

function addTensors(inspector: Inspector, graph: FlatTable, { where }: Surroundings): void {
  let count = 0;
  for (const tensor of graph.tables(GRAPH.tensors)) {
    if (++count > MAX_TENSORS) return;
    const type = tensor.number(TENSOR.type, 1);
    inspector.facts.addTensor({
      name: tensor.text(TENSOR.name),
      shape: tensor.numbers(TENSOR.shape),
      type: TYPES[type] ?? `type ${type}`,
      where,
    });
  }
}

/** Labels and the like, which the metadata of a model names: they are data. */
function inspectFiles(inspector: Inspector, source: ByteSource, place: Surroundings): void {
  const archive = readZip(source, inspector.budget);
  const start = Math.min(...(archive?.members ?? []).map(({ offset }) => offset));
  if (!archive || !Number.isFinite(start)) return;
  // Some writers count offsets from the beginning of the file, others from that of the archive.
  const part =
    archive.problems.length === 0
      ? withoutStart(source, start)
      : new WindowSource(source, start, source.size - start);
  inspectZip(inspector, part, { ...place, where: joinPath(place.where, 'files'), depth: place.depth + 1 });
}
