import type { ProtoMessage } from '../protobuf/proto-message';
import type { TensorFlowOps } from './tensorflow-ops';

/** Fields of `GraphDef`, `FunctionDefLibrary`, `FunctionDef` and `OpDef`. */
const GRAPH = { node: 1, library: 2 } as const;
const FUNCTION = { signature: 1, node: 3 } as const;

/** Looks at all nodes of a graph and of the functions that it brings. */
export function inspectGraph(graph: ProtoMessage, ops: TensorFlowOps): void {
  for (const field of graph.fields()) {
    if (field.number === GRAPH.node) ops.addNode(graph.within(field));
    else if (field.number === GRAPH.library) inspectLibrary(graph.within(field), ops);
  }
}

function inspectLibrary(library: ProtoMessage, ops: TensorFlowOps): void {
  for (const field of library.fields()) {
    if (field.number !== 1) continue;
    const body = library.within(field);
    for (const part of body.fields()) {
      if (part.number === FUNCTION.node) ops.addNode(body.within(part));
      else if (part.number === FUNCTION.signature) ops.define(firstText(body.within(part)));
    }
  }
}

/** The first field, which is the name in most messages. */
function firstText(message: ProtoMessage): string {
  for (const field of message.fields()) if (field.number === 1) return message.text(field);
  return '';
}
