/**
 * What the name of a file says. `model`: it is a model, whatever is in it. `perhaps`: its content has to say so, and is looked at
 * whole. `unknown`: its first bytes have to say so. `other`: something else for certain.
 */
export type ModelName = 'model' | 'perhaps' | 'unknown' | 'other';

const words = (list: string): readonly string[] => list.split(/\s+/u).filter((word) => word !== '');

const MODEL = words(`
  pkl pickle joblib jbl dill cloudpickle pt pth ckpt pte ptl torchscript npy npz safetensors gguf ggml onnx tflite mlmodel pmml
  keras h5 skops nemo
`);

/** Formats that others have too (protocol buffers, data of statistics programs), and archives. */
const PERHAPS = words(`
  pk p sav bin pb pbtxt model mdl mar params weights ubj cbm pdparams pdmodel ot t7 hdf5 hdf he5
  distcp zip tar gz tgz bz2 tbz2 xz txz lzma zst lz4 7z z rar
`);

/** Programs, texts, pictures, sounds, fonts, documents, packages: nobody loads them as a model. */
const OTHER = words(`
  py pyi pyx pxd pyw pyc pyo pyd ipynb js mjs cjs jsx ts mts cts tsx vue svelte map c h cc hh cpp hpp cxx cu cuh java kt scala go rs
  rb php pl pm lua r jl swift m mm cs fs vb f f90 asm s sql sh bash zsh ksh bat cmd ps1 mk cmake gradle in am ac m4 proto thrift
  md mdx rst txt text tex bib html htm xhtml css scss sass less xml xsd xsl svg json jsonl json5 jsonc ndjson yaml yml toml ini cfg
  conf csv tsv arff log lock po pot diff patch adoc org j2 template tmpl snap props properties env
  png jpg jpeg gif bmp ico webp avif tif tiff heic psd eps pdf djvu mp3 wav ogg flac m4a aac mp4 mkv avi mov webm
  ttf otf woff woff2 eot doc docx xls xlsx ppt pptx odt ods odp epub
  so dll dylib exe o a lib obj class jar war ear whl egg nupkg deb rpm apk ipa dmg iso vsix wasm node
  db sqlite sqlite3 parquet arrow feather avro orc lmdb mdb dta fits nc
  pem crt cer key asc sig pub gitignore gitattributes gitkeep npmignore dockerignore editorconfig
`);

const BY_EXTENSION: ReadonlyMap<string, ModelName> = new Map<string, ModelName>([
  ...OTHER.map((extension) => [extension, 'other'] as const),
  ...PERHAPS.map((extension) => [extension, 'perhaps'] as const),
  ...MODEL.map((extension) => [extension, 'model'] as const),
]);

/** The endings of names that say that a file is a model, or may be one. */
export const MODEL_FILE_ENDINGS: readonly string[] = [...MODEL, ...PERHAPS];

/** Hugging Face keeps templates beside the tokenizer: https://huggingface.co/docs/transformers/chat_templating. */
const TEMPLATE = /(?:^|\/)(?:chat_template[\w.-]*|additional_chat_templates\/[^/]+)\.jinja2?$/u;

/** What a path says of what is in the file. */
export function modelName(path: string): ModelName {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return 'unknown';
  const extension = name.slice(dot + 1).toLowerCase();
  if (extension.startsWith('jinja')) return TEMPLATE.test(path) ? 'model' : 'other';
  return BY_EXTENSION.get(extension) ?? 'unknown';
}
