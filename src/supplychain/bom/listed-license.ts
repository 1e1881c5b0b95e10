import { SPDX } from '@cyclonedx/cyclonedx-library';

/** A license as a bill of materials writes it. */
export type ListedLicense =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'expression'; readonly expression: string }
  /** Not of the SPDX list: written as it stands. */
  | { readonly kind: 'name'; readonly name: string };

const MAX_EXPRESSION = 500;
const TOKEN = /\(|\)|[^\s()]+/gu;
/** `LicenseRef-…` and `DocumentRef-…:LicenseRef-…` of SPDX. */
const REFERENCE = /^(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/u;

/**
 * What a license text names, by the SPDX list that the library of CycloneDX carries. Ids are found in any case (hubs write
 * `apache-2.0`) and come out as the list spells them. Undefined for a blank text.
 */
export function listedLicense(text: string): ListedLicense | undefined {
  const name = text.trim();
  if (name === '') return undefined;
  const id = spdxId(name);
  if (id !== undefined) return { kind: 'id', id };
  const expression = name.length <= MAX_EXPRESSION ? listedExpression(name) : undefined;
  return expression === undefined ? { kind: 'name', name } : { kind: 'expression', expression };
}

/** An expression of SPDX 2.3, annex D, over listed ids; undefined for any other text. */
function listedExpression(text: string): string | undefined {
  const tokens = text.match(TOKEN) ?? [];
  const written: string[] = [];
  let open = 0;
  let wantsLicense = true;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const word = token.toUpperCase();
    if (token === '(') {
      if (!wantsLicense) return undefined;
      open++;
      written.push(token);
    } else if (token === ')') {
      if (wantsLicense || open === 0) return undefined;
      open--;
      written.push(token);
    } else if (wantsLicense) {
      const license = licenseOf(token);
      if (license === undefined) return undefined;
      written.push(license);
      wantsLicense = false;
    } else if (word === 'AND' || word === 'OR') {
      written.push(word);
      wantsLicense = true;
    } else if (word === 'WITH') {
      // The list of CycloneDX holds the exceptions too.
      const exception = spdxId(tokens[++at] ?? '');
      if (exception === undefined) return undefined;
      written.push(word, exception);
    } else return undefined;
  }
  if (wantsLicense || open > 0) return undefined;
  return written.join(' ').replace(/\( /gu, '(').replace(/ \)/gu, ')');
}

function licenseOf(token: string): string | undefined {
  if (REFERENCE.test(token)) return token;
  const id = spdxId(token);
  if (id !== undefined) return id;
  const base = token.endsWith('+') ? spdxId(token.slice(0, -1)) : undefined;
  return base === undefined ? undefined : `${base}+`;
}

/** The id as the list spells it. The library's own look-up takes `__proto__` and the like for ids. */
function spdxId(text: string): string | undefined {
  const id: unknown = SPDX.fixupSpdxId(text);
  return typeof id === 'string' && SPDX.isSupportedSpdxId(id) ? id : undefined;
}
