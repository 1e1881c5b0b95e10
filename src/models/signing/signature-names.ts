/** Name of the signature of a model, as the reference implementation writes it into the model's folder. */
export const SIGNATURE_NAME = 'model.sig';

/** Its name before version 1.0, whose format cannot be verified. */
export const LEGACY_SIGNATURE_NAME = 'claims.jsonl';

/** Endings of signatures that lie beside what they sign: `model.onnx.sig`. */
const ENDINGS = ['.sig', '.sigstore.json', '.sigstore'];

/** Names under which the signature of a folder may lie in it; the first that is there counts. */
export const NAMES_IN_FOLDER: readonly string[] = [SIGNATURE_NAME, LEGACY_SIGNATURE_NAME];

/** Names under which the signature of a file or folder may lie beside it. */
export function namesBeside(name: string): readonly string[] {
  return ENDINGS.map((ending) => name + ending);
}
