import type { Budget } from '../budget';
import type { ByteSource } from '../bytes/byte-source';
import { u16, u32, u64 } from '../bytes/numbers';
import { Argument, OPCODE_ARGUMENTS, OPCODE_NAMES } from './opcodes';
import { decodeLatin1, decodeUtf8 } from './pickle-text';

/** Where and why the bytes stop being a pickle. */
export interface Break {
  readonly offset: number;
  readonly reason: string;
}

const BLOCK = 256 * 1024;
/** Room for an opcode and every argument of fixed size. */
const HEAD = 16;
const CHECK_EVERY = 0x3fff;

/**
 * Reads opcodes one after the other. The current one is in the fields, so that a pickle of a million opcodes makes a million
 * steps and not a million objects. Long texts and byte strings stay where they are: only their place is told.
 */
export class Decoder {
  /** The current opcode, and where it stands. */
  opcode = 0;
  offset = 0;
  /** Its number: an index, a length, a code. */
  number = 0;
  /** Its text: a line as it is written, or a decoded string; undefined when it is longer than the limit. */
  text: string | undefined;
  /** The second line of GLOBAL and INST. */
  secondText: string | undefined;
  /** Where its bytes or its text stand. */
  dataOffset = 0;
  dataLength = 0;
  /** Set when {@link next} has given false for another reason than the end of the bytes. */
  broken: Break | undefined;
  opcodes = 0;

  private block: Uint8Array = new Uint8Array(0);
  private base: number;
  private at = 0;
  private readonly view = new DataView(new ArrayBuffer(8));

  constructor(
    private readonly source: ByteSource,
    private readonly budget: Budget,
    start = 0,
    private readonly end = source.size,
    private readonly blockSize = BLOCK,
  ) {
    this.base = start;
  }

  /** Where the next opcode stands. */
  get position(): number {
    return this.base + this.at;
  }

  /** Whether there are bytes left. */
  get more(): boolean {
    return this.position < this.end;
  }

  /** Goes to the next opcode; false at the end, at a break, and when the budget is used up. */
  next(): boolean {
    if (this.at + HEAD > this.block.length) this.fill(HEAD);
    const { block } = this;
    if (this.at >= block.length) return false;
    if ((++this.opcodes & CHECK_EVERY) === 0 && !this.pay()) return false;
    const code = block[this.at] ?? 0;
    this.opcode = code;
    this.offset = this.base + this.at;
    this.at++;
    return this.readArgument(OPCODE_ARGUMENTS[code] ?? Argument.invalid);
  }

  /** Jumps over `length` bytes that are no opcodes; false when there are not so many. */
  skip(length: number): boolean {
    if (length > this.end - this.position) return this.fail('the data ends early');
    this.at += length;
    return true;
  }

  /** Up to `length` of the bytes that come next, without going on. */
  peek(length: number): Uint8Array {
    if (this.at + length > this.block.length) this.fill(length);
    return this.block.subarray(this.at, this.at + length);
  }

  private readArgument(argument: Argument): boolean {
    const { block, at } = this;
    switch (argument) {
      case Argument.none:
        return true;
      case Argument.u1:
        this.number = block[at] ?? 0;
        return this.advance(1);
      case Argument.u2:
        this.number = u16(block, at);
        return this.advance(2);
      case Argument.i4:
        this.number = u32(block, at) | 0;
        return this.advance(4);
      case Argument.u4:
        this.number = u32(block, at);
        return this.advance(4);
      case Argument.u8:
        this.number = u64(block, at);
        return this.advance(8);
      case Argument.f8:
        for (let index = 0; index < 8; index++) this.view.setUint8(index, block[at + index] ?? 0);
        this.number = this.view.getFloat64(0);
        return this.advance(8);
      case Argument.line:
        return this.readLine() && this.keepLine();
      case Argument.lines:
        return this.readLines();
      case Argument.text1:
        return this.advance(1) && this.readText(block[at] ?? 0);
      case Argument.text4:
        return this.advance(4) && this.readText(u32(block, at));
      case Argument.text8:
        return this.advance(8) && this.readText(u64(block, at));
      case Argument.bytes1:
      case Argument.long1:
        return this.advance(1) && this.readBytes(block[at] ?? 0);
      case Argument.bytes4:
        return this.advance(4) && this.readBytes(u32(block, at));
      case Argument.bytes8:
        return this.advance(8) && this.readBytes(u64(block, at));
      case Argument.bytesI4:
      case Argument.long4:
        return this.advance(4) && this.readSigned(u32(block, at) | 0);
      case Argument.invalid:
        return this.fail(`0x${this.opcode.toString(16).padStart(2, '0')} is no opcode`);
    }
  }

  private advance(length: number): boolean {
    if (this.at + length > this.block.length) return this.fail('the data ends within an opcode');
    this.at += length;
    return true;
  }

  private readSigned(length: number): boolean {
    return length < 0 ? this.fail(`a length of ${length}`) : this.readBytes(length);
  }

  /** The bytes stay where they are. */
  private readBytes(length: number): boolean {
    const left = this.end - this.position;
    if (length > left) return this.fail(`it claims ${length} bytes where ${left} are left`);
    this.dataOffset = this.position;
    this.dataLength = length;
    this.at += length;
    return true;
  }

  private readText(length: number): boolean {
    const left = this.end - this.position;
    if (length > left) return this.fail(`it claims ${length} bytes where ${left} are left`);
    this.dataOffset = this.position;
    this.dataLength = length;
    this.text = undefined;
    if (length <= this.budget.limits.text) {
      if (this.at + length > this.block.length) this.fill(length);
      this.text = decodeUtf8(this.block, this.at, this.at + length);
      if (this.text === undefined) this.problem = 'a text that is not UTF-8';
    }
    this.at += length;
    return true;
  }

  /** What is wrong with the last argument, although the opcodes after it can be read; taken by who asks. */
  private problem: string | undefined;

  takeProblem(): string | undefined {
    const { problem } = this;
    this.problem = undefined;
    return problem;
  }

  private lineText = '';
  private lineLong = false;

  private keepLine(): boolean {
    this.text = this.lineLong ? undefined : this.lineText;
    return true;
  }

  private readLines(): boolean {
    if (!this.readLine()) return false;
    this.keepLine();
    if (!this.readLine()) return false;
    this.secondText = this.lineLong ? undefined : this.lineText;
    return true;
  }

  /** A line without its end. Of a line over the limit only the start is kept. */
  private readLine(): boolean {
    this.dataOffset = this.position;
    this.lineText = '';
    this.lineLong = false;
    for (;;) {
      if (this.at >= this.block.length) this.fill(HEAD);
      const { block, at } = this;
      if (at >= block.length) return this.fail('the data ends within a line');
      const found = block.indexOf(10, at);
      const stop = found < 0 ? block.length : found;
      const room = this.budget.limits.text - this.lineText.length;
      if (stop - at > room) this.lineLong = true;
      this.lineText += decodeLatin1(block, at, Math.min(stop, at + room));
      this.at = found < 0 ? stop : stop + 1;
      if (found >= 0) {
        this.dataLength = this.position - 1 - this.dataOffset;
        return true;
      }
      if (this.budget.expired) return false;
    }
  }

  /** Makes at least `length` bytes available at `at`, as far as there are so many. */
  private fill(length: number): void {
    const start = this.base + this.at;
    const wanted = Math.min(Math.max(this.blockSize, length), this.end - start);
    // A source may reuse its array; what is kept here must not change under our hands.
    this.block = wanted <= 0 ? new Uint8Array(0) : this.source.read(start, wanted).slice();
    this.base = start;
    this.at = 0;
    this.budget.take('bytes', this.block.length);
  }

  private pay(): boolean {
    return (
      this.budget.take('opcodes', CHECK_EVERY + 1) && this.budget.left('bytes') > 0 && !this.budget.expired
    );
  }

  private fail(reason: string): false {
    const name = OPCODE_NAMES[this.opcode];
    this.broken = { offset: this.offset, reason: name === undefined ? reason : `${name}: ${reason}` };
    return false;
  }
}
