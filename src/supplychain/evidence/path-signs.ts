/** A file whose name alone speaks for or against evidence. */
export interface PathSign {
  readonly evidence: string;
  readonly path: RegExp;
  readonly detail: string;
  readonly holds?: boolean;
  /** Whether it counts in folders of tests. */
  readonly inTests?: true;
}

const WEIGHTS_WITH_CODE = /\.(?:pkl|pickle|joblib|dill|pt|pth|ckpt)$/iu;

export const PATH_SIGNS: readonly PathSign[] = [
  {
    evidence: 'EV-TESTS',
    path: /(?:^|\/)(?:test_[^/]+\.py|[^/]+_test\.(?:py|go|rb)|[^/]+\.(?:test|spec)\.[cm]?[jt]sx?|[^/]+Test\.(?:java|kt))$/u,
    detail: 'tests',
    inTests: true,
  },
  {
    evidence: 'EV-EVALSET',
    path: /(?:^|\/)(?:evals?|evaluations?)\/(?:.+\/)?[^/]+\.(?:jsonl|csv|ya?ml|json|parquet)$/iu,
    detail: 'cases of an evaluation',
    inTests: true,
  },
  { evidence: 'EV-THREATMODEL', path: /\.tm7$/iu, detail: 'a threat model' },
  {
    evidence: 'EV-THREATMODEL',
    path: /(?:^|\/)threat[-_ ]?model[^/]*\.(?:pdf|docx|drawio)$/iu,
    detail: 'a threat model',
  },
  {
    evidence: 'EV-RISKREG',
    path: /(?:^|\/)risk[-_]?register[^/]*\.(?:xlsx|csv|ods)$/iu,
    detail: 'a register of risks',
  },
  { evidence: 'EV-SAFEFORMAT', path: /\.(?:safetensors|gguf|onnx)$/iu, detail: 'a format without code' },
  {
    evidence: 'EV-SAFEFORMAT',
    path: WEIGHTS_WITH_CODE,
    detail: 'a format that can carry code',
    holds: false,
  },
  { evidence: 'NEG-PICKLE-FILE', path: WEIGHTS_WITH_CODE, detail: 'a format that can carry code' },
  { evidence: 'EV-DEPLOY', path: /\.tf$/u, detail: 'infrastructure as code' },
  { evidence: 'EV-DEPLOY', path: /(?:^|\/)config\.pbtxt$/u, detail: 'a model of Triton' },
  { evidence: 'EV-DATAVERSION', path: /(?:^|\/)quilt_summarize\.json$/u, detail: 'a package of Quilt' },
  { evidence: 'HAS-images', path: /(?:^|\/)(?:Dockerfile|Containerfile)$/u, detail: 'an image is built' },
];
