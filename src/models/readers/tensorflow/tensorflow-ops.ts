import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Verdict } from '../../verdict/finding';
import { EFFECT_NAMES } from '../../verdict/effect-names';
import { knownName } from '../names/model-names';
import type { ProtoMessage } from '../protobuf/proto-message';

/** Fields of `NodeDef` and `AttrValue`, from `tensorflow/core/framework/*.proto`. */
const NODE = { name: 1, op: 2, attribute: 5 } as const;
const VALUE = { list: 1, text: 2 } as const;
/** Attributes by which an otherwise harmless operation writes, reads or connects: where its output or its schema is. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  PrintV2: ['output_stream'],
  DebugIdentity: ['debug_urls'],
  DebugNanCount: ['debug_urls'],
  DebugNumericSummary: ['debug_urls'],
  DebugIdentityV2: ['debug_urls'],
  DebugIdentityV3: ['debug_urls'],
  DecodeProtoV2: ['descriptor_source'],
  EncodeProto: ['descriptor_source'],
};
const ADDRESS = /^(?:[a-z][\w+.-]*:\/\/|\/)/u;

interface Used {
  readonly offset: number;
  readonly node: string;
  count: number;
}

/** Operations of a graph: what each does is known by its name. */
export class TensorFlowOps {
  readonly #used = new Map<string, Used>();
  /** Functions in the file: an operation of that name calls one of them. */
  readonly #functions = new Set<string>();

  constructor(
    private readonly inspector: Inspector,
    private readonly place: Surroundings,
  ) {}

  define(name: string): void {
    this.#functions.add(name);
  }

  /** Looks at one node of a graph or of a function. */
  addNode(message: ProtoMessage): void {
    let node = '';
    let op = '';
    for (const field of message.fields()) {
      if (field.number === NODE.name) node = message.text(field);
      else if (field.number === NODE.op) op = message.text(field);
    }
    const used = this.#used.get(op);
    if (used) used.count++;
    else this.#used.set(op, { offset: message.start, node, count: 1 });
    if (Object.hasOwn(ADDRESSES, op)) this.#inspectAddresses(op, message);
  }

  /** Tells which operations do more than compute. */
  report(): void {
    for (const [op, { offset, node, count }] of this.#used) {
      const [verdict, why] = this.#judge(op);
      if (verdict === 'safe') continue;
      this.inspector.findings.add(
        {
          verdict,
          rule: 'operator',
          message: `The operation ${op} (node ${node}): ${why}.`,
          where: this.place.where,
          offset,
          code: op,
        },
        count,
      );
    }
  }

  #judge(op: string): [Verdict, string] {
    const known = knownName('tensorflow-op', op);
    if (known) return [known.verdict, known.does === undefined ? '' : `it ${EFFECT_NAMES[known.does]}`];
    // A function of the graph may be called like an operation.
    if (op === '' || this.#functions.has(op)) return ['safe', ''];
    return [
      'suspicious',
      'unknown code: TensorFlow has none of that name, a library must be loaded that defines it',
    ];
  }

  #inspectAddresses(op: string, message: ProtoMessage): void {
    for (const field of message.fields()) {
      if (field.number !== NODE.attribute) continue;
      const { key, texts } = readAttribute(message.within(field));
      if (!(ADDRESSES[op] ?? []).includes(key)) continue;
      for (const text of texts) {
        if (!ADDRESS.test(text) || text === 'local://') continue;
        this.inspector.tell(
          'malicious',
          'operator',
          `The operation ${op} writes to or reads from "${text}".`,
          this.place.where,
          field.start,
        );
      }
    }
  }
}

/** An entry of the map of attributes, as far as it is text. */
function readAttribute(message: ProtoMessage): { readonly key: string; readonly texts: readonly string[] } {
  let key = '';
  const texts: string[] = [];
  for (const field of message.fields()) {
    if (field.number === 1) key = message.text(field);
    else if (field.number === 2) {
      const value = message.within(field);
      for (const part of value.fields()) {
        if (part.number === VALUE.text) texts.push(value.text(part));
        else if (part.number === VALUE.list) {
          const list = value.within(part);
          for (const item of list.fields()) if (item.number === 2) texts.push(list.text(item));
        }
      }
    }
  }
  return { key, texts };
}
