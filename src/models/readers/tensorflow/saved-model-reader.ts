import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { leadsAway } from '../names/leads-away';
import { BYTES, VARINT, type ProtoMessage } from '../protobuf/proto-message';
import { mayBeProtobuf, readTopFields, type TopFields } from '../protobuf/top-fields';
import { tellDamage } from '../protobuf/tell-damage';
import { inspectGraph } from './inspect-graph';
import { inspectKerasText } from './keras-metadata-reader';
import { TensorFlowOps } from './tensorflow-ops';

/** Fields of `SavedModel`, `MetaGraphDef`, `MetaInfoDef`, `AssetFileDef`, `SavedObjectGraph`, `SavedObject`, `SavedUserObject`. */
const META_GRAPH = { info: 1, graph: 2, collections: 4, signatures: 5, assets: 6, objects: 7 } as const;
const INFO = { tags: 4, version: 5 } as const;

/** A SavedModel of TensorFlow: graphs, functions, and the objects that they belong to. */
export const savedModelReader: FormatReader = {
  recognises: ({ head }: Candidate) => mayBeProtobuf(head),
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined {
    const top = readTopFields(source, inspector.budget, place);
    if (!top || !isSavedModel(top)) return undefined;
    const { message, fields } = top;
    for (const field of fields)
      if (field.number === 2) inspectMetaGraph(inspector, message.within(field), place);
    tellDamage(inspector, top, 'model', place);
    return 'saved-model';
  },
};

/** A version and graphs, each of which has information about itself or a graph in its first fields. */
function isSavedModel({ message, fields }: TopFields): boolean {
  const known = fields.every(({ number, wire }) =>
    number === 1 ? wire === VARINT : number === 2 ? wire === BYTES : number > 2 && number < 16,
  );
  const first = fields.find(({ number }) => number === 2);
  if (!known || !first) return false;
  const inner = message.within(first);
  let graphs = 0;
  for (const { number, wire } of inner.fields()) {
    if (number > 16 || wire !== BYTES) return false;
    if (number === META_GRAPH.graph || number === META_GRAPH.objects) graphs++;
  }
  return graphs > 0;
}

function inspectMetaGraph(inspector: Inspector, message: ProtoMessage, place: Surroundings): void {
  const ops = new TensorFlowOps(inspector, place);
  for (const field of message.fields()) {
    const part = message.within(field);
    switch (field.number) {
      case META_GRAPH.info:
        addFacts(inspector, part, place);
        break;
      case META_GRAPH.graph:
        inspectGraph(part, ops);
        break;
      case META_GRAPH.assets:
        inspectAsset(inspector, part, place);
        break;
      case META_GRAPH.objects:
        inspectObjects(inspector, part, place);
    }
  }
  ops.report();
}

function addFacts(inspector: Inspector, info: ProtoMessage, { where }: Surroundings): void {
  for (const field of info.fields()) {
    if (field.number === INFO.tags)
      inspector.facts.addProperty({ name: 'tag', value: info.text(field), where });
    else if (field.number === INFO.version)
      inspector.facts.addProperty({ name: 'TensorFlow', value: info.text(field), where });
  }
}

function inspectAsset(inspector: Inspector, asset: ProtoMessage, { where }: Surroundings): void {
  for (const field of asset.fields()) {
    const name = field.number === 2 && field.wire === BYTES ? asset.text(field) : '';
    if (leadsAway(name))
      inspector.tell(
        'malicious',
        'path',
        `An asset of the model is read from "${name}".`,
        where,
        field.start,
      );
  }
}

/** Objects of Keras keep their configuration as JSON. */
function inspectObjects(inspector: Inspector, objects: ProtoMessage, place: Surroundings): void {
  for (const node of objects.fields()) {
    if (node.number !== 1 || node.wire !== BYTES) continue;
    const object = objects.within(node);
    for (const kind of object.fields()) {
      if (kind.number !== 4 || kind.wire !== BYTES) continue;
      const user = object.within(kind);
      for (const field of user.fields())
        if (field.number === 3 && field.wire === BYTES) inspectKerasText(inspector, user, field, place);
    }
  }
}
