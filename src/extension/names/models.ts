/** The read-only editor of model files, as the manifest names it. */
export const MODEL_EDITOR = 'mlsecops.modelFile';

/** The same editor where it is one of several: for endings that other files have too. */
export const MODEL_EDITOR_OPTION = 'mlsecops.modelFileOption';

/** The language of a pickle's disassembly. */
export const MODEL_LANGUAGE = 'pickle-disassembly';

/**
 * Ends of the names of files that are looked at in a folder of models: those that a model may hide in, and the configurations
 * that loaders follow.
 */
export const MODEL_ENDINGS: readonly string[] = [
  ...['pkl', 'pickle', 'pk', 'joblib', 'dill', 'cloudpickle', 'sav'],
  ...['pt', 'pth', 'ckpt', 'bin', 'pte', 'ptl', 'torchscript'],
  ...['npy', 'npz', 'safetensors', 'gguf', 'ggml', 'onnx', 'tflite', 'mlmodel', 'pmml'],
  ...['keras', 'h5', 'hdf5', 'pb', 'skops', 'nemo', 'mar', 'cbm', 'ubj'],
  ...['zip', 'tar', 'tgz', 'gz', '7z', 'jinja', 'jinja2'],
];

/** Files beside a model that say how it is loaded. */
export const MODEL_CONFIGURATIONS: readonly string[] = [
  'config.json',
  'tokenizer_config.json',
  'tokenizer.json',
  'chat_template.json',
  'processor_config.json',
  'preprocessor_config.json',
  'generation_config.json',
  'adapter_config.json',
  'model_index.json',
  'model_config.yaml',
];
