import { WindowSource } from '../bytes/byte-source';
import type { TensorFact } from '../facts/model-facts';
import { HEAD_LENGTH, sniff } from '../sniff';
import { Decoder } from './decoder';
import { Machine, type MachineResult } from './machine';
import type { Memo } from './memo';
import type { PickleContext } from './pickle-context';
import { PickleRecorder } from './pickle-recorder';
import type { ImportedName, PickleReport, PickleStream } from './pickle-report';
import { searchByteStrings } from './search-byte-strings';
import { searchHidden } from './search-hidden';
import { torchTensors } from './torch-tensors';
import { loadsWeightsOnly } from './weights-only';

/** What PyTorch's old format begins with: a pickled number. */
const TORCH_MAGIC = 0x1950a86a20f9469cfc6cn;
const TORCH_STREAMS = 5;
const MAX_STREAMS = 100_000;
const TENSOR = /^(?:_rebuild_(?:\w*tensor\w*)|_reconstruct|_frombuffer|NumpyArrayWrapper)$/u;

/**
 * Analyses the pickles that stand in a source one after the other, and looks for more behind a break and after the end.
 *
 * @param start where the first begins
 */
export function analysePickle(outer: Omit<PickleContext, 'recorder'>, start = 0): PickleReport {
  const recorder = new PickleRecorder(outer.where);
  const decoder = new Decoder(outer.source, outer.budget, start);
  const seen = new Uint8Array(256);
  const streams: PickleStream[] = [];
  const tensors: TensorFact[] = [];
  let torchLegacy = false;
  let arrays = false;
  let earlier: Memo | undefined;
  let rest = start;

  while (decoder.more && streams.length < MAX_STREAMS) {
    const own = new PickleRecorder(outer.where);
    const machine: Machine = new Machine(
      { ...outer, recorder: own, torch: outer.torch || torchLegacy },
      decoder,
      undefined,
      earlier,
    );
    const result = machine.run();
    machine.caller.finish();
    searchByteStrings(machine.byteStrings.all, { ...outer, recorder: own });
    if (streams.length > 0 && !isPickle(result, own)) break;
    machine.seen.forEach((met, code) => (seen[code] = (seen[code] ?? 0) | met));
    arrays ||= machine.wroteArrays;
    earlier = machine.memory;
    recorder.absorb(own);
    tensors.push(...torchTensors(result.value, outer.where));
    streams.push(streamOf(result));
    torchLegacy ||= streams.length === 1 && result.value === TORCH_MAGIC;
    rest = result.outcome === 'broken' ? result.end + 1 : decoder.position;
    if (result.broken) tellBroken(recorder, result);
    if (result.outcome !== 'stop') break;
    if (torchLegacy && streams.length === TORCH_STREAMS) break;
  }
  const rawTensors = torchLegacy && streams.length === TORCH_STREAMS;
  if (rest < outer.source.size && !rawTensors)
    tellRest({ ...outer, recorder }, rest, streams.at(-1)?.broken !== undefined);
  return {
    where: outer.where,
    streams,
    recognised: isRecognised(streams, recorder.imports, seen),
    imports: recorder.imports,
    calls: recorder.calls,
    findings: recorder.findings.list(),
    weightsOnly: loadsWeightsOnly(seen, recorder.imports),
    tensors: recorder.imports.reduce((sum, { name, calls }) => sum + (TENSOR.test(name) ? calls : 0), 0),
    namedTensors: tensors,
    ...(torchLegacy
      ? { writtenBy: 'torch-legacy' as const }
      : arrays
        ? { writtenBy: 'joblib' as const }
        : {}),
  };
}

/** Whether what comes after a pickle is another one, and not just bytes. */
function isPickle({ outcome, broken, opcodes }: MachineResult, { imports, calls }: PickleRecorder): boolean {
  return (
    (outcome === 'stop' && !broken && opcodes > 1) ||
    calls.length > 0 ||
    imports.some(({ calls: count }) => count > 0)
  );
}

/** Text is rarely a pickle by accident, and bytes even more rarely: it must end as one, or import something. */
function isRecognised(
  streams: readonly PickleStream[],
  imports: readonly ImportedName[],
  seen: Uint8Array,
): boolean {
  const [first] = streams;
  if (!first) return false;
  return (
    imports.length > 0 || (!first.broken && first.opcodes > 1) || (seen[0x80] === 1 && first.opcodes > 1)
  );
}

function streamOf({ start, end, protocol, opcodes, broken }: MachineResult): PickleStream {
  return { start, end, protocol, opcodes, ...(broken ? { broken } : {}) };
}

function tellBroken(recorder: PickleRecorder, { broken, outcome }: MachineResult): void {
  if (!broken) return;
  const goesOn =
    outcome === 'stop' ? 'It was read on to its end all the same.' : 'What stands before has run by then.';
  recorder.find({
    verdict: 'suspicious',
    rule: 'broken',
    message: `The pickle is broken (${broken.reason}): loading it fails here. ${goesOn}`,
    offset: broken.offset,
  });
}

/** Formats that may stand behind a pickle; an archive behind a whole file is found by its end. */
const BEHIND: readonly (string | undefined)[] = ['gzip', 'zlib', 'npy', 'tar', 'zip'];

function tellRest(context: PickleContext, start: number, broken: boolean): void {
  const { source, recorder } = context;
  const format = sniff(source.read(start, HEAD_LENGTH).slice());
  if (BEHIND.includes(format) && !(format === 'zip' && context.where === '')) {
    context.inspectNested(new WindowSource(source, start, source.size - start), start);
  }
  const what = broken
    ? 'data after the place where the pickle is broken'
    : 'data after the end of the pickle';
  const hidden = searchHidden(context, start, source.size, what);
  if (broken) return;
  const unread = hidden === undefined ? ', which nothing of it reads' : '';
  recorder.find({
    verdict: 'safe',
    rule: 'hidden',
    message: `${source.size - start} bytes follow the pickle${unread}.`,
    offset: start,
  });
}
