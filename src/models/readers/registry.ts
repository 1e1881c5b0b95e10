import type { FormatReader } from './format-reader';
import { ggufReader } from './gguf/gguf-reader';
import { configReader } from './huggingface/config-reader';
import { jinjaReader } from './jinja/jinja-reader';
import { packageReader } from './torchscript/package-reader';
import { torchscriptReader } from './torchscript/torchscript-reader';
import { skopsReader } from './skops/skops-reader';
import { yamlReader } from './nemo/yaml-reader';
import { safetensorsReader } from './safetensors/safetensors-reader';
import { marCodeReader } from './mar/mar-code-reader';
import { marManifestReader } from './mar/mar-manifest-reader';
import { onnxReader } from './onnx/onnx-reader';
import { savedModelReader } from './tensorflow/saved-model-reader';
import { kerasMetadataReader } from './tensorflow/keras-metadata-reader';
import { graphDefReader } from './tensorflow/graph-def-reader';
import { executorchReader } from './executorch/executorch-reader';
import { tfliteReader } from './tflite/tflite-reader';
import { distcpReader } from './torch-distributed/distcp-reader';
import { catboostReader } from './boosting/catboost-reader';
import { lightgbmReader } from './boosting/lightgbm-reader';
import { xgboostBinaryReader } from './boosting/xgboost-binary-reader';
import { xgboostUbjsonReader } from './boosting/xgboost-ubjson-reader';
import { xgboostJsonReader } from './boosting/xgboost-json-reader';
import { coremlReader } from './coreml/coreml-reader';
import { pmmlReader } from './pmml/pmml-reader';
import { hdf5Reader } from './hdf5/hdf5-reader';
import { kerasJsonReader } from './keras/keras-json-reader';

/** The readers of all formats but pickles and archives, the most particular first. */
export const READERS: readonly FormatReader[] = [
  safetensorsReader,
  ggufReader,
  torchscriptReader,
  packageReader,
  skopsReader,
  marManifestReader,
  marCodeReader,
  distcpReader,
  hdf5Reader,
  tfliteReader,
  executorchReader,
  catboostReader,
  lightgbmReader,
  xgboostUbjsonReader,
  xgboostBinaryReader,
  pmmlReader,
  onnxReader,
  savedModelReader,
  coremlReader,
  kerasMetadataReader,
  graphDefReader,
  kerasJsonReader,
  xgboostJsonReader,
  configReader,
  yamlReader,
  jinjaReader,
];
