import { bytes, zip } from '../../../unit/models/support/assemble';
import { flatbuffer } from '../flatbuffer';
import { HARMFUL_CODE } from '../marshalled-code';
import { field, message } from '../protobuf';
import type { FormatSample } from './sample';

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const keras = (className: string, config: object): Uint8Array =>
  zip([
    { name: 'metadata.json', data: json({ keras_version: '3.15.1' }) },
    {
      name: 'config.json',
      data: json({
        module: 'keras',
        class_name: 'Sequential',
        config: {
          layers: [{ module: 'keras.layers', class_name: className, config, registered_name: null }],
        },
        registered_name: null,
      }),
    },
  ]);
const lambda = {
  function: {
    class_name: '__lambda__',
    config: { code: HARMFUL_CODE['3.12'], defaults: null, closure: null },
  },
};

const operation = (name: string): Uint8Array => message(field(1, 'n'), field(2, name));
const savedModel = (name: string): Uint8Array =>
  message(
    field(1, 1),
    field(
      2,
      message(
        field(1, message(field(4, 'serve'), field(5, '2.21.0'))),
        field(2, message(field(1, operation(name)))),
      ),
    ),
  );
const graphDef = (name: string): Uint8Array =>
  message(field(1, operation('Placeholder')), field(1, operation(name)), field(4, message(field(1, 1987))));

const onnx = (location: string): Uint8Array => {
  const node = field(1, message(field(1, 'x'), field(2, 'y'), field(4, 'MatMul'), field(7, '')));
  const external = message(field(1, 'location'), field(2, location));
  const tensor = field(
    5,
    message(field(1, 2), field(2, 1), field(8, 'w'), field(13, external), field(14, 1)),
  );
  const graph = field(7, message(node, tensor));
  return message(field(1, 8), field(2, 'test'), graph, field(8, message(field(1, ''), field(2, 18))));
};
const tflite = (operator: string): Uint8Array =>
  flatbuffer('TFL3', {
    0: { int: 3 },
    1: { tables: [{ 0: { byte: 32 }, 1: { text: operator }, 3: { int: 32 } }] },
    2: { tables: [{ 0: { tables: [{ 1: { byte: 9 }, 3: { text: 'input' } }] } }] },
    3: { text: 'a test' },
  });
const executorch = (operator: string): Uint8Array =>
  flatbuffer('ET12', {
    1: { tables: [{ 0: { text: 'forward' }, 6: { tables: [{ 0: { text: operator } }] } }] },
  });
const coreml = (path: string): Uint8Array => {
  const value = message(field(5, message(field(1, path), field(2, 64))));
  const operationOf = message(field(5, message(field(1, 'val'), field(2, value))));
  const block = message(field(3, operationOf));
  const program = message(
    field(
      2,
      message(field(1, 'main'), field(2, message(field(3, message(field(1, 'CoreML5'), field(2, block)))))),
    ),
  );
  const description = field(2, message(field(100, message(field(1, 'a test'), field(3, 'me')))));
  return message(field(1, 7), description, field(502, program));
};
const pmml = (before: string): Uint8Array =>
  bytes(
    `<?xml version="1.0"?>\n${before}<PMML version="4.4" xmlns="http://www.dmg.org/PMML-4_4"><Header><Application name="test"/></Header><TreeModel><Node score="1"/></TreeModel></PMML>`,
  );
const xgboost = (left: readonly number[]): Uint8Array =>
  json({
    learner: {
      objective: { name: 'binary:logistic' },
      learner_model_param: { num_feature: '4' },
      gradient_booster: {
        name: 'gbtree',
        model: { trees: [{ left_children: left, right_children: [2, -1, -1] }] },
      },
    },
    version: [2, 1, 0],
  });
const lightgbm = (left: string): Uint8Array =>
  bytes(
    `tree\nversion=v4\nnum_class=1\nobjective=binary sigmoid:1\n\nTree=0\nnum_leaves=3\nleft_child=${left}\nright_child=-2 -3\n\nend of trees\n`,
  );

/** Graphs, layers and trees. */
export const GRAPH_SAMPLES: readonly FormatSample[] = [
  {
    format: 'Keras .keras',
    name: 'model.keras',
    benign: keras('Dense', { units: 2 }),
    harmful: keras('Lambda', lambda),
  },
  {
    format: 'TensorFlow SavedModel',
    name: 'saved_model.pb',
    benign: savedModel('MatMul'),
    harmful: savedModel('WriteFile'),
  },
  { format: 'TensorFlow graph', name: 'graph.pb', benign: graphDef('MatMul'), harmful: graphDef('PyFunc') },
  { format: 'ONNX', name: 'model.onnx', benign: onnx('weights.bin'), harmful: onnx('../../etc/passwd') },
  {
    format: 'TensorFlow Lite',
    name: 'model.tflite',
    benign: tflite('TFLite_Detection_PostProcess'),
    harmful: tflite('FlexPyFunc'),
  },
  {
    format: 'ExecuTorch',
    name: 'model.pte',
    benign: executorch('aten::add'),
    harmful: executorch('acme::run'),
  },
  {
    format: 'Core ML',
    name: 'model.mlmodel',
    benign: coreml('@model_path/weights/weight.bin'),
    harmful: coreml('/etc/passwd'),
  },
  {
    format: 'PMML',
    name: 'model.pmml',
    benign: pmml(''),
    harmful: pmml('<!DOCTYPE PMML [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  },
  { format: 'XGBoost', name: 'model.json', benign: xgboost([1, -1, -1]), harmful: xgboost([99, -1, -1]) },
  { format: 'LightGBM', name: 'model.txt', benign: lightgbm('1 -1'), harmful: lightgbm('7 -1') },
];
