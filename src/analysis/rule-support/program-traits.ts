import type { SourceModel } from '../../source/model';
import type { DocumentQuestion, Section } from '../../source/section';

const HASHING_MODULES = new Set(['hashlib', 'hmac', 'blake3', 'xxhash']);
const HASHING_NAME =
  /sha(?:1|256|512)|md5|checksum|check_?integrity|verify_?(?:hash|digest|signature)|file_?hash/i;

/** Whether a program computes or compares hashes anywhere: then a download may well be checked. */
export function computesHashes(model: SourceModel): boolean {
  return model.ask(HASHES);
}

const HASHES: DocumentQuestion<boolean> = {
  id: 'hashes',
  ask: (model) => {
    if (model.imports.some(({ module }) => HASHING_MODULES.has(topModule(module)))) return true;
    if (model.imports.some(({ name }) => name !== undefined && HASHING_NAME.test(name))) return true;
    return model.gather(callsHashing).includes(true);
  },
};

function callsHashing({ calls }: Section): boolean {
  return calls.some(
    ({ callee, names }) =>
      ((callee.kind === 'name' || callee.kind === 'attribute') && HASHING_NAME.test(callee.name)) ||
      names.includes('pooch.create'),
  );
}

const ML_MODULES = new Set(
  (
    'catboost datasets diffusers fastai flax gensim jax keras lightgbm mxnet nltk onnx onnxruntime paddle ' +
    'pytorch_lightning lightning sentence_transformers sklearn spacy tensorflow tensorflow_datasets timm torch ' +
    'torchaudio torchtext torchvision transformers xgboost'
  ).split(' '),
);

/** Whether a program uses a machine-learning library. */
export function usesMachineLearning(model: SourceModel): boolean {
  return model.ask(MACHINE_LEARNING);
}

const MACHINE_LEARNING: DocumentQuestion<boolean> = {
  id: 'machine learning',
  ask: ({ imports }) => imports.some(({ module }) => ML_MODULES.has(topModule(module))),
};

function topModule(module: string): string {
  return module.split('.', 1)[0] ?? '';
}
