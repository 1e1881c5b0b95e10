import { Budget } from '../../../models/budget';
import type { ByteSource } from '../../../models/bytes/byte-source';
import { Decoder } from '../../../models/pickle/decoder';
import { Machine } from '../../../models/pickle/machine';
import { PickleRecorder } from '../../../models/pickle/pickle-recorder';
import type { PickleReport, PickleStream } from '../../../models/pickle/pickle-report';
import type { NameJudge } from '../../../models/verdict/name-judge';

const STOP = 0x2e;

/** Told of each opcode of a pickle in turn, and of bytes between them that are none. */
export interface OpcodeWalker {
  opcode(offset: number): void;
  /** Bytes of an array that stands between two opcodes. */
  data(offset: number, length: number): void;
  /** Where the bytes stop being a pickle. */
  broken(offset: number, reason: string): void;
  /** A pickle begins: it may not be read on from the one before. */
  stream(): void;
}

/** Goes once over all opcodes of the pickles in a source. Never throws because of what they hold. */
export function walkOpcodes(
  source: ByteSource,
  { streams, writtenBy, where }: PickleReport,
  names: NameJudge,
  walker: OpcodeWalker,
): void {
  const budget = new Budget();
  for (const stream of streams) {
    walker.stream();
    const decoder = new TellingDecoder(source, budget, stream, walker);
    if (writtenBy === 'joblib') {
      // Only somebody who follows the values knows how long the arrays between the opcodes are.
      const recorder = new PickleRecorder(where);
      const context = { source, where, budget, names, recorder, torch: false, torchScript: false };
      new Machine({ ...context, inspectNested: () => false }, decoder).run();
    } else {
      while (decoder.next() && decoder.opcode !== STOP);
    }
    if (decoder.broken) walker.broken(decoder.broken.offset, decoder.broken.reason);
  }
}

class TellingDecoder extends Decoder {
  #end: number;

  constructor(
    source: ByteSource,
    budget: Budget,
    { start }: PickleStream,
    private readonly walker: OpcodeWalker,
  ) {
    super(source, budget, start);
    this.#end = start;
  }

  override next(): boolean {
    const skipped = this.position - this.#end;
    if (skipped > 0) this.walker.data(this.#end, skipped);
    const read = super.next();
    if (read) this.walker.opcode(this.offset);
    this.#end = this.position;
    return read;
  }
}
