import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import { EFFECT_NAMES } from '../../verdict/effect-names';
import { knownName } from '../names/model-names';
import type { ProtoMessage } from '../protobuf/proto-message';
import { inspectTensor } from './onnx-tensors';

/** Fields of `onnx/onnx.proto`. */
const GRAPH = { node: 1, initializer: 5, sparse: 15 } as const;
const NODE = { op: 4, attribute: 5, domain: 7 } as const;
const ATTRIBUTE = {
  name: 1,
  text: 4,
  tensor: 5,
  graph: 6,
  tensors: 10,
  graphs: 11,
  sparse: 22,
  sparses: 23,
} as const;
const FUNCTION = { name: 1, node: 7, domain: 10, attribute: 11 } as const;
const MAX_DEPTH = 64;

interface Operator {
  readonly domain: string;
  readonly name: string;
  readonly offset: number;
  count: number;
}

/** Looks at all nodes of a model: of its graph, of graphs within nodes, of functions, of training. */
export class OnnxGraphs {
  readonly #operators = new Map<string, Operator>();
  /** Operators that the model itself defines by others. */
  readonly #defined = new Set<string>();

  constructor(
    private readonly inspector: Inspector,
    private readonly place: Surroundings,
  ) {}

  define(message: ProtoMessage): void {
    let name = '';
    let domain = '';
    for (const field of message.fields()) {
      if (field.number === FUNCTION.name) name = message.text(field);
      else if (field.number === FUNCTION.domain) domain = message.text(field);
    }
    this.#defined.add(`${domain}\n${name}`);
  }

  inspectFunction(message: ProtoMessage): void {
    for (const field of message.fields()) {
      if (field.number === FUNCTION.node) this.#inspectNode(message.within(field), 0);
      else if (field.number === FUNCTION.attribute) this.#inspectAttribute(message.within(field), 0);
    }
  }

  /** Training holds two graphs: one that sets weights up, one that is a step. */
  inspectTraining(message: ProtoMessage): void {
    for (const field of message.fields())
      if (field.number === 1 || field.number === 2) this.inspectGraph(message.within(field));
  }

  inspectGraph(message: ProtoMessage, depth = 0): void {
    if (depth > MAX_DEPTH) {
      this.inspector.budget.tell('depth');
      return;
    }
    for (const field of message.fields()) {
      if (this.inspector.budget.expired) return;
      if (field.number === GRAPH.node) this.#inspectNode(message.within(field), depth);
      else if (field.number === GRAPH.initializer)
        inspectTensor(this.inspector, message.within(field), this.place, true);
      else if (field.number === GRAPH.sparse) this.#inspectSparse(message.within(field));
    }
  }

  /** Tells which operators are not the runtime's own. */
  report(): void {
    for (const { domain, name, offset, count } of this.#operators.values()) {
      const path = domain === '' ? name : `${domain}::${name}`;
      const tell = (verdict: 'malicious' | 'suspicious', why: string): void =>
        this.inspector.findings.add(
          {
            verdict,
            rule: 'operator',
            message: `The operator ${path}: ${why}.`,
            where: this.place.where,
            offset,
            code: path,
          },
          count,
        );
      const harmful = knownName('onnx-op', name);
      if (harmful) tell('malicious', `it ${EFFECT_NAMES[harmful.does ?? 'code']}`);
      else if (this.#defined.has(`${domain}\n${name}`)) continue;
      else if (!knownName('onnx-domain', domain))
        tell('suspicious', 'unknown code: a library must be loaded that defines it');
      else if (isStandard(domain) && !knownName('onnx-op', name, domain === 'ai.onnx' ? '' : domain))
        tell('suspicious', 'ONNX has none of that name: a library must be loaded that defines it');
    }
  }

  #inspectNode(message: ProtoMessage, depth: number): void {
    let name = '';
    let domain = '';
    for (const field of message.fields()) {
      if (field.number === NODE.op) name = message.text(field);
      else if (field.number === NODE.domain) domain = message.text(field);
      else if (field.number === NODE.attribute) this.#inspectAttribute(message.within(field), depth);
    }
    const key = `${domain}\n${name}`;
    const known = this.#operators.get(key);
    if (known) known.count++;
    else this.#operators.set(key, { domain, name, offset: message.start, count: 1 });
  }

  #inspectAttribute(message: ProtoMessage, depth: number): void {
    for (const field of message.fields()) {
      switch (field.number) {
        case ATTRIBUTE.tensor:
        case ATTRIBUTE.tensors:
          inspectTensor(this.inspector, message.within(field), this.place, false);
          break;
        case ATTRIBUTE.graph:
        case ATTRIBUTE.graphs:
          this.inspectGraph(message.within(field), depth + 1);
          break;
        case ATTRIBUTE.sparse:
        case ATTRIBUTE.sparses:
          this.#inspectSparse(message.within(field));
      }
    }
  }

  #inspectSparse(message: ProtoMessage): void {
    for (const field of message.fields())
      if (field.number === 1 || field.number === 2)
        inspectTensor(this.inspector, message.within(field), this.place, false);
  }
}

/** Domains whose operators are all listed. */
function isStandard(domain: string): boolean {
  return domain === '' || domain === 'ai.onnx' || domain === 'ai.onnx.ml';
}
