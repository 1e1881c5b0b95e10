import type { LocatedObservation } from '../../facts/located-facts';
import { onLine, type EvidenceText } from './placed-text';

const FILES =
  /\.(?:intoto\.jsonl?|sig|sigstore|sigstore\.json|bundle|att|attestation\.json|dsse\.json|provenance\.json)$/iu;
const DATA_FOLDER = /(?:^|\/)(?:data|datasets?|corpus|corpora)\//iu;
const MODEL_FILE = /\.(?:safetensors|gguf|onnx|pt|pth|bin|h5|keras|pkl|joblib|ckpt|tflite|mlmodel)$/iu;
const DATA_FILE = /\.(?:csv|tsv|parquet|jsonl|arrow|feather|npz|tfrecord)$|(?:^|\/)(?:data|datasets?)\//iu;

export function isStatement(path: string): boolean {
  return FILES.test(path);
}

/**
 * What signed statements say they are about: a signature over a model or dataset, provenance, the result of a test. Nothing is verified
 * here; that is what `mlsecops verify` does.
 */
export function statementEvidence(file: EvidenceText): readonly LocatedObservation[] {
  if (!isStatement(file.path)) return [];
  return file.text
    .split('\n')
    .slice(0, 20)
    .concat(file.text)
    .map((line) => statementOf(line))
    .flatMap((statement) => (statement ? ofStatement(statement, file) : []))
    .filter(({ evidence }, at, all) => all.findIndex((one) => one.evidence === evidence) === at);
}

interface Statement {
  readonly type: string;
  readonly subjects: readonly string[];
}

function ofStatement({ type, subjects }: Statement, file: EvidenceText): readonly LocatedObservation[] {
  if (type.startsWith('https://model_signing/')) {
    return DATA_FOLDER.test(file.path)
      ? [onLine('EV-DATA-SIGN', 'a signature over a dataset', file)]
      : [onLine('EV-OMS-SIGN', 'a signature over a model', file)];
  }
  const found = [onLine('EV-ATTEST', `a statement (\`${type}\`)`, file)];
  const isProvenance = /provenance|link|scai/iu.test(type);
  if (isProvenance && subjects.some((name) => MODEL_FILE.test(name)))
    found.push(onLine('EV-MODEL-PROV', 'provenance of a model', file));
  if (isProvenance && subjects.some((name) => DATA_FILE.test(name)))
    found.push(onLine('EV-DATA-PROV', 'provenance of data', file));
  if (/test-result|\/svr(?:\/|$)/u.test(type))
    found.push(onLine('EV-EVAL-ATTEST', 'a signed result of a test', file));
  return found;
}

/** An in-toto statement, plain or within an envelope or bundle; undefined for anything else. */
function statementOf(text: string): Statement | undefined {
  const outer = parsed(text);
  if (!outer) return undefined;
  const envelope = record(outer['dsseEnvelope']) ?? outer;
  const payload = envelope['payload'];
  const inner = typeof payload === 'string' ? parsed(decoded(payload)) : outer;
  const type = inner?.['predicateType'];
  if (typeof type !== 'string') return undefined;
  const subjects = Array.isArray(inner?.['subject']) ? (inner['subject'] as readonly unknown[]) : [];
  return {
    type,
    subjects: subjects.flatMap((one) => {
      const name = record(one)?.['name'];
      return typeof name === 'string' ? [name] : [];
    }),
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!/^\s*\{/u.test(text)) return undefined;
  try {
    return record(JSON.parse(text));
  } catch {
    // Not a statement, or one that is cut off.
    return undefined;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

function decoded(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return '';
  }
}
