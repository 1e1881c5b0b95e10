import { Caller } from './caller';
import { ByteStrings } from './byte-strings';
import { build, changeItems } from './changes';
import { Collections } from './collections';
import { Decoder, type Break } from './decoder';
import { Frames } from './frames';
import { isArrayWrapper, skipArray } from './joblib-arrays';
import { Memo } from './memo';
import { PickleRecorder } from './pickle-recorder';
import { parseIndex, parseInteger, parseTwosComplement } from './pickle-numbers';
import type { PickleContext } from './pickle-context';
import type { PickleStream } from './pickle-report';
import { decodeRawUnicodeEscape, decodeStringLiteral, decodeUtf8, lineAsUtf8 } from './pickle-text';
import { render } from './render';
import { Stack } from './stack';
import { isKind, isObject, sequence, type Bytes, type Called, type Value } from './values';

/** Byte strings of protocols 0 to 2 are often names; longer ones are data. */
const SHORT_STRING = 512;

export interface MachineResult extends PickleStream {
  readonly outcome: 'stop' | 'end' | 'broken' | 'limit';
  /** What the pickle comes to. */
  readonly value: Value;
}

/**
 * Runs a pickle on symbols: what would be imported, called and changed is told to the recorder, nothing is done. Goes on after
 * what would stop the loader, because what stood before has happened by then, and another loader may go on.
 */
export class Machine {
  readonly caller: Caller;
  /** Which opcodes were met. */
  readonly seen = new Uint8Array(256);
  readonly byteStrings = new ByteStrings();
  wroteArrays = false;
  protocol = 0;
  private readonly stack: Stack;
  private readonly frames = new Frames();
  private readonly collections = new Collections();
  private problem: Break | undefined;
  private full = false;

  /** @param memo of the pickle before, which a loader that is used again still has */
  constructor(
    private readonly context: PickleContext,
    private readonly decoder: Decoder,
    private readonly memo = new Memo(context.budget),
    private readonly earlier?: Memo,
  ) {
    this.caller = new Caller(context);
    this.stack = new Stack(context.budget);
  }

  /** The memo, for the pickle after this one. */
  get memory(): Memo {
    return this.memo;
  }

  /** Runs to the STOP of one pickle, or as far as it can be read. */
  run(maxOpcodes = Infinity): MachineResult {
    const { decoder, stack } = this;
    const start = decoder.position;
    const before = decoder.opcodes;
    let outcome: MachineResult['outcome'] = 'end';
    while (decoder.next()) {
      this.seen[decoder.opcode] = 1;
      if (decoder.opcode === 0x2e) {
        outcome = 'stop';
        break;
      }
      this.step(decoder.opcode);
      if (stack.problem !== undefined) this.stopHere(stack.problem);
      if (this.full || decoder.opcodes - before > maxOpcodes) {
        outcome = 'limit';
        break;
      }
    }
    if (decoder.broken) outcome = 'broken';
    else if (outcome === 'end' && decoder.more) outcome = 'limit';
    if (outcome === 'end') this.problem ??= { offset: decoder.position, reason: 'the data ends before STOP' };
    const broken = this.problem ?? decoder.broken;
    this.frames.tell(this.context.recorder, decoder.position);
    return {
      start,
      end: decoder.broken?.offset ?? decoder.position,
      protocol: this.protocol,
      opcodes: decoder.opcodes - before,
      outcome,
      value: outcome === 'stop' && stack.height > 0 ? stack.pop() : null,
      ...(broken ? { broken } : {}),
    };
  }

  private step(opcode: number): void {
    const { decoder, stack, context, collections } = this;
    switch (opcode) {
      case 0x80: // PROTO
        this.protocol = decoder.number;
        if (decoder.number > 5) this.stopHere(`protocol ${decoder.number}`);
        return;
      case 0x95: // FRAME
        return this.frames.open(decoder.offset, decoder.position, decoder.number, context.source.size);
      case 0x28: // MARK
        return this.keep(stack.mark());
      case 0x30: // POP
        return stack.drop();
      case 0x31: // POP_MARK
        return void stack.popMark();
      case 0x32: // DUP
        return this.push(stack.top);
      case 0x4e: // NONE
        return this.push(null);
      case 0x88: // NEWTRUE
        return this.push(true);
      case 0x89: // NEWFALSE
        return this.push(false);
      case 0x4a: // BININT
      case 0x4b: // BININT1
      case 0x4d: // BININT2
        return this.push(decoder.number);
      case 0x47: // BINFLOAT
        return this.push({ kind: 'float', value: decoder.number });
      case 0x46: // FLOAT
        return this.push({ kind: 'float', value: Number(decoder.text?.trim()) });
      case 0x49: // INT
      case 0x4c: // LONG
        return this.pushInteger(decoder.text);
      case 0x8a: // LONG1
      case 0x8b: // LONG4
        return this.push(
          parseTwosComplement(this.data(400)) ?? {
            kind: 'unknown',
            why: `integer of ${decoder.dataLength} bytes`,
          },
        );
      case 0x8c: // SHORT_BINUNICODE
      case 0x58: // BINUNICODE
      case 0x8d: // BINUNICODE8
        return this.pushText(decoder.text);
      case 0x56: // UNICODE
        return this.pushText(decoder.text === undefined ? undefined : decodeRawUnicodeEscape(decoder.text));
      case 0x53: // STRING
        return this.pushQuoted(decoder.text);
      case 0x55: // SHORT_BINSTRING
      case 0x54: // BINSTRING
        return this.pushByteString();
      case 0x42: // BINBYTES
      case 0x43: // SHORT_BINBYTES
      case 0x8e: // BINBYTES8
      case 0x96: // BYTEARRAY8
        return this.pushBytes({ kind: 'bytes', offset: decoder.dataOffset, length: decoder.dataLength });
      case 0x97: // NEXT_BUFFER
        return this.push({ kind: 'unknown', why: 'buffer from outside the file' });
      case 0x98: // READONLY_BUFFER
        return;
      case 0x29: // EMPTY_TUPLE
        return this.push(sequence('tuple', []));
      case 0x85: // TUPLE1
        return this.push(sequence('tuple', this.take(1)));
      case 0x86: // TUPLE2
        return this.push(sequence('tuple', this.take(2)));
      case 0x87: // TUPLE3
        return this.push(sequence('tuple', this.take(3)));
      case 0x74: // TUPLE
        return this.push(sequence('tuple', stack.popMark()));
      case 0x5d: // EMPTY_LIST
        return this.push(sequence('list', []));
      case 0x6c: // LIST
        return this.push(sequence('list', stack.popMark()));
      case 0x8f: // EMPTY_SET
        return this.push(sequence('set', []));
      case 0x91: // FROZENSET
        return this.push(sequence('frozenset', stack.popMark()));
      case 0x7d: // EMPTY_DICT
        return this.push({ kind: 'dict', entries: [], length: 0 });
      case 0x64: // DICT
        return this.push(collections.addPairs({ kind: 'dict', entries: [], length: 0 }, stack.popMark()));
      case 0x61: // APPEND
        return this.extend(this.take(1));
      case 0x65: // APPENDS
      case 0x90: // ADDITEMS
        return this.extend(stack.popMark());
      case 0x73: // SETITEM
        return this.setItems(this.take(2));
      case 0x75: // SETITEMS
        return this.setItems(stack.popMark());
      case 0x70: // PUT
        return this.put(parseIndex(decoder.text ?? ''));
      case 0x71: // BINPUT
      case 0x72: // LONG_BINPUT
        return this.put(decoder.number);
      case 0x94: // MEMOIZE
        return this.put(this.memo.size);
      case 0x67: // GET
        return this.get(parseIndex(decoder.text ?? ''));
      case 0x68: // BINGET
      case 0x6a: // LONG_BINGET
        return this.get(decoder.number);
      default:
        return this.stepOutward(opcode);
    }
  }

  /** The opcodes that reach outside the pickle: imports, calls, changes. */
  private stepOutward(opcode: number): void {
    const { decoder, stack, caller } = this;
    const site = { offset: decoder.offset, opcode };
    switch (opcode) {
      case 0x63: // GLOBAL
        return this.push(this.importLines());
      case 0x93: {
        // STACK_GLOBAL
        const [module = null, name = null] = this.take(2);
        return this.push(caller.importValues(module, name, site));
      }
      case 0x69: // INST
        return this.push(caller.call(this.importLines(), sequence('tuple', stack.popMark()), site));
      case 0x6f: {
        // OBJ
        const [callee, ...args] = stack.popMark();
        if (callee === undefined) return this.stopHere('OBJ without a class');
        return this.push(caller.call(callee, sequence('tuple', args), site));
      }
      case 0x52: // REDUCE
      case 0x81: {
        // NEWOBJ
        const [callee = null, args = null] = this.take(2);
        return this.push(caller.call(callee, args, site));
      }
      case 0x92: {
        // NEWOBJ_EX
        const [callee = null, args = null, keywords = null] = this.take(3);
        return this.push(caller.call(callee, args, site, keywords));
      }
      case 0x62: {
        // BUILD
        const state = stack.pop();
        const target = stack.top;
        build(caller, target, state, site);
        if (isKind(target, 'called')) this.afterBuild(target);
        return;
      }
      case 0x50: // PERSID
        return this.pushPersistent(decoder.text ?? null, site);
      case 0x51: // BINPERSID
        return this.pushPersistent(stack.pop(), site);
      case 0x82: // EXT1
      case 0x83: // EXT2
      case 0x84: // EXT4
        caller.tell(
          'suspicious',
          'extension',
          'It loads what some program has registered under a number.',
          site,
          { code: `extension(${decoder.number})`, does: 'registry' },
        );
        return this.push({ kind: 'extension', code: decoder.number });
      default:
        return;
    }
  }

  private push(value: Value): void {
    this.keep(this.stack.push(value));
  }

  private keep(kept: boolean): void {
    if (!kept) this.full = true;
  }

  /** Takes the upper `count` values, the lowest first. */
  private take(count: 1 | 2 | 3): Value[] {
    const values: Value[] = [];
    for (let taken = 0; taken < count; taken++) values.push(this.stack.pop());
    return values.reverse();
  }

  private data(limit: number): Uint8Array {
    const { dataOffset, dataLength } = this.decoder;
    return dataLength > limit ? new Uint8Array(limit) : this.context.source.read(dataOffset, dataLength);
  }

  private pushInteger(line: string | undefined): void {
    const value = parseInteger(line ?? '');
    if (value === undefined && (line ?? '').length < 400) this.stopHere('a number that is none');
    this.push(value ?? { kind: 'unknown', why: 'long integer' });
  }

  private pushText(text: string | undefined): void {
    const problem = this.decoder.takeProblem();
    if (problem !== undefined) this.stopHere(problem);
    const { dataOffset: offset, dataLength: length } = this.decoder;
    this.push(text ?? { kind: 'text', offset, length });
  }

  private pushQuoted(line: string | undefined): void {
    const text = line === undefined ? undefined : decodeStringLiteral(line.trimEnd());
    if (line !== undefined && text === undefined) this.stopHere('a string without quotes');
    this.pushText(text ?? line);
  }

  private pushBytes(bytes: Bytes): void {
    this.byteStrings.add(bytes);
    this.push(bytes);
  }

  private pushByteString(): void {
    const { dataOffset: offset, dataLength: length } = this.decoder;
    const bytes = length > SHORT_STRING ? undefined : this.data(SHORT_STRING);
    const text = bytes && decodeUtf8(bytes, 0, bytes.length);
    if (text === undefined) this.pushBytes({ kind: 'bytes', offset, length });
    else this.push(text);
  }

  private importLines(): Value {
    const { text, secondText, offset, opcode } = this.decoder;
    const module = text === undefined ? undefined : lineAsUtf8(text);
    const name = secondText === undefined ? undefined : lineAsUtf8(secondText);
    if (module === undefined || name === undefined) {
      this.stopHere('a name that is not UTF-8');
      return { kind: 'unknown', why: 'name that cannot be read', tainted: true };
    }
    return this.caller.importName(module, name, { offset, opcode });
  }

  private put(index: number | undefined): void {
    if (index === undefined) return this.stopHere('a memo index that is none');
    this.keep(this.memo.set(index, this.stack.top));
  }

  private get(index: number | undefined): void {
    const value = index === undefined ? undefined : this.memo.get(index);
    if (value !== undefined) return this.push(value);
    const before = index === undefined ? undefined : this.earlier?.get(index);
    if (before === undefined) this.stopHere(`nothing is kept under ${index ?? 'this index'}`);
    else this.tellEarlier(index ?? 0);
    this.push(before ?? { kind: 'unknown', why: `memo ${index ?? '?'}` });
  }

  private tellEarlier(index: number): void {
    this.context.recorder.find({
      verdict: 'suspicious',
      rule: 'streams',
      message: `It uses memo ${index} of the pickle before it, which only a loader that is used twice still has.`,
      offset: this.decoder.offset,
      opcode: this.decoder.opcode,
    });
  }

  private extend(items: Value[]): void {
    const target = this.stack.top;
    if (isKind(target, 'list') || isKind(target, 'set')) this.collections.add(target, items);
    else if (isObject(target)) changeItems(this.caller, target, sequence('tuple', items), this.site());
  }

  private setItems(items: Value[]): void {
    const target = this.stack.top;
    if (isKind(target, 'dict')) this.collections.addPairs(target, items);
    else if (isObject(target)) {
      if (isKind(target, 'called')) this.collections.keepPairs((target.entries ??= []), items);
      changeItems(this.caller, target, sequence('tuple', items), this.site());
    }
  }

  private site(): { offset: number; opcode: number } {
    return { offset: this.decoder.offset, opcode: this.decoder.opcode };
  }

  /** Joblib writes the bytes of an array into the pickle, right after the wrapper that describes it. */
  private afterBuild(target: Called): void {
    if (!isArrayWrapper(target)) return;
    this.wroteArrays = true;
    this.readPlainly();
    const problem = skipArray(target, this.decoder, () => {
      if (this.arrayDepth >= 4) return;
      const nested = new Machine(this.context, this.decoder);
      nested.arrayDepth = this.arrayDepth + 1;
      nested.run();
      nested.caller.finish();
    });
    if (problem !== undefined) this.stopHere(problem);
  }

  private arrayDepth = 0;

  /** A loader that is not joblib's takes the bytes of an array for opcodes. Those of an honest array break at once. */
  private readPlainly(): void {
    if (this.arrayDepth > 0) return;
    const recorder = new PickleRecorder(this.context.where);
    const { source, budget } = this.context;
    const plain = new Decoder(source, budget, this.decoder.position, source.size, 1024);
    const machine = new Machine({ ...this.context, recorder }, plain, undefined, this.memo);
    machine.arrayDepth = 1;
    machine.run(10_000);
    if (recorder.calls.length === 0) return;
    this.context.recorder.absorb(
      recorder,
      ' It stands in the bytes of an array, which a loader other than joblib takes for opcodes.',
    );
  }

  /** PyTorch's storages come by persistent id, and in its old format the classes of a model with their source. */
  private pushPersistent(id: Value, site: { offset: number; opcode: number }): void {
    const items = isKind(id, 'tuple') ? id.items : [];
    const known = items[0] === 'storage' || items[0] === 'module' || typeof id === 'number';
    if (!this.context.torch || !known) {
      this.caller.tell(
        'suspicious',
        'persistent-id',
        'It asks the program that loads it for an object.',
        site,
        { code: `persistent_load(${render(id)})` },
      );
    } else if (items[0] === 'module') {
      return this.push(items[1] ?? null);
    }
    this.push({ kind: 'persistent', id });
  }

  /** The loader would give up at the current opcode. */
  private stopHere(reason: string): void {
    this.stack.problem = undefined;
    this.problem ??= { offset: this.decoder.offset, reason };
    this.caller.stopped = true;
  }
}
