import { Spec, Validation } from '@cyclonedx/cyclonedx-library';

/** Each compiles its schema once. */
const VALIDATORS = {
  '1.6': new Validation.JsonStrictValidator(Spec.Version.v1dot6),
  '1.7': new Validation.JsonStrictValidator(Spec.Version.v1dot7),
};
/** Of RFC 3986. The validator of the library takes any text for a reference. */
const REFERENCE = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/u;

/** What the official JSON schema finds wrong with a bill; null when it is valid. The schema comes with the library. */
export async function officialErrors(text: string, spec: '1.6' | '1.7'): Promise<unknown> {
  const errors: unknown = await VALIDATORS[spec].validate(text);
  if (errors !== null) return errors;
  const broken = [...text.matchAll(/"(?:url|endpoints)": (?:\[\s*)?("(?:[^"\\]|\\.)*")/gu)]
    .map(([, url = '""']) => String(JSON.parse(url)))
    .filter((url) => !REFERENCE.test(url));
  return broken.length === 0 ? null : { broken };
}
