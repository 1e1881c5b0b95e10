import { CONTAINER_FORMATS } from '../../../models/container-formats';
import { FORMATS } from '../../../models/formats';
import type { Inspection } from '../../../models/inspection';
import type { LocatedSighting } from '../../facts/located-facts';
import { localModelName } from '../local-model-name';
import type { SaidOfPart } from '../sighting';
import { namedBase } from './named-base';

const START = { line: 0, character: 0 };

/** Formats that hold arrays or settings and are no model by themselves. */
const NO_MODEL: readonly Inspection['format'][] = [
  ...CONTAINER_FORMATS,
  'npy',
  'npz',
  'unknown',
  'model-config',
  'tokenizer-config',
  'chat-template',
  'yaml-config',
  'skops-schema',
  'python',
];

const FRAMEWORKS: Readonly<Partial<Record<Inspection['format'], string>>> = {
  'torch-zip': 'PyTorch',
  'torch-legacy': 'PyTorch',
  'torch-tar': 'PyTorch',
  torchscript: 'PyTorch',
  'torch-package': 'PyTorch',
  executorch: 'PyTorch',
  keras: 'Keras',
  'keras-h5': 'Keras',
  'saved-model': 'TensorFlow',
  'graph-def': 'TensorFlow',
  tflite: 'TensorFlow Lite',
  onnx: 'ONNX',
  gguf: 'llama.cpp',
  coreml: 'Core ML',
  xgboost: 'XGBoost',
  lightgbm: 'LightGBM',
  catboost: 'CatBoost',
  skops: 'scikit-learn',
  nemo: 'NeMo',
};
/** Words by which a pickle of plain values is known to be a model. */
const TELLING =
  /model|classifier|clf|estimator|regressor|pipeline|weights|checkpoint|ckpt|scaler|encoder|vectorizer|embedding/iu;

const LICENSE = ['general.license', 'license', 'modelspec.license', 'License'];
const BASE = [
  'general.base_model.0.repo_url',
  'base_model',
  'general.base_model.0.name',
  'ss_base_model_version',
];

/**
 * The model that a file of the workspace is, with what the inspection says of it; none for data and for files that are no model.
 *
 * @param signature name of the file of a signature that lies with it
 */
export function sightModelFile(
  path: string,
  inspection: Pick<Inspection, 'format' | 'verdict' | 'facts'>,
  signature: string | undefined,
): readonly LocatedSighting[] {
  const { format, verdict, facts } = inspection;
  if (NO_MODEL.includes(format) && verdict !== 'malicious') return [];
  if (isData(path, format) && verdict === 'safe') return [];
  const value = (names: readonly string[]): string | undefined =>
    names
      .map((name) => facts.properties.find((one) => one.name === name && one.where === '')?.value.trim())
      .find((text) => text !== undefined && text !== '');
  const license = value(LICENSE);
  const framework = FRAMEWORKS[format];
  const joined = namedBase(value(BASE), 'fine-tuned-from');
  const said: SaidOfPart = {
    format: FORMATS[format],
    verdict,
    ...(framework === undefined ? {} : { framework }),
    ...(license === undefined ? {} : { license }),
    ...(joined.length > 0 ? { baseModels: joined.map(({ name }) => name) } : {}),
    ...(signature === undefined ? {} : { signature }),
  };
  const isAdapter = /(?:^|\/)adapter_model\.\w+$/u.test(path);
  return [
    {
      kind: isAdapter ? 'adapter' : 'model',
      name: localModelName(path),
      origin: 'local',
      pinning: 'own',
      via: 'model file',
      said,
      ...(joined.length > 0 ? { joined } : {}),
      location: { start: START, end: START },
    },
  ];
}

/** Programs keep values of every kind in pickles. */
function isData(path: string, format: Inspection['format']): boolean {
  return (format === 'pickle' || format === 'joblib') && !TELLING.test(path.slice(path.lastIndexOf('/') + 1));
}
