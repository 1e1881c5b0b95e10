import type { X509Certificate } from '@freedomofpress/sigstore-browser';
import { toHex } from '../encodings';
import { SignatureError } from '../signature-error';
import { subjectOf, unknownCriticalExtension } from './certificate';

const MAX_LENGTH = 8;
/** Signatures of certificates that are checked before the search is given up. */
const MAX_CHECKS = 200;

/**
 * A path from a certificate to one of the roots the user trusts. Those that came with the signature only serve to get
 * there: a root among them is none. Issuers must have been valid when the certificate was issued.
 *
 * @throws SignatureError when there is no path
 */
export async function pathToRoot(
  leaf: X509Certificate,
  intermediates: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): Promise<readonly X509Certificate[]> {
  const search = new PathSearch(leaf.notBefore, intermediates, roots);
  const path = await search.from([leaf]);
  if (path) return path;
  throw new SignatureError(
    'certificate',
    `The certificate of the signer (${subjectOf(leaf)}) does not lead to a root that you trust${search.because}.`,
  );
}

class PathSearch {
  #checks = 0;
  #reason: string | undefined;

  constructor(
    private readonly when: Date,
    private readonly intermediates: readonly X509Certificate[],
    private readonly roots: readonly X509Certificate[],
  ) {}

  /** Why the most promising path was not taken. */
  get because(): string {
    return this.#reason === undefined ? '' : `: ${this.#reason}`;
  }

  async from(path: readonly X509Certificate[]): Promise<readonly X509Certificate[] | undefined> {
    const last = path.at(-1);
    if (!last || path.length > MAX_LENGTH) return undefined;
    if (this.roots.some((root) => root.equals(last))) return path;
    for (const issuer of [...this.roots, ...this.intermediates]) {
      if (toHex(issuer.subject) !== toHex(last.issuer) || path.some((one) => one.equals(issuer))) continue;
      if (!(await this.#issued(issuer, last)) || !this.#mayIssue(issuer, path)) continue;
      const found = await this.from([...path, issuer]);
      if (found) return found;
    }
    return undefined;
  }

  async #issued(issuer: X509Certificate, certificate: X509Certificate): Promise<boolean> {
    if (++this.#checks > MAX_CHECKS) return false;
    try {
      return await certificate.verify(issuer);
    } catch {
      // A kind of key or signature that is not known.
      return false;
    }
  }

  #mayIssue(issuer: X509Certificate, path: readonly X509Certificate[]): boolean {
    const problem = this.#problemOf(issuer, path);
    if (problem !== undefined) this.#reason = `${subjectOf(issuer)} ${problem}`;
    return problem === undefined;
  }

  #problemOf(issuer: X509Certificate, path: readonly X509Certificate[]): string | undefined {
    if (!issuer.isCA) return 'may not issue certificates';
    if (!issuer.validForDate(this.when)) return 'was not valid when the certificate was issued';
    const below = path.slice(1).filter((one) => toHex(one.subject) !== toHex(one.issuer)).length;
    const allowed = issuer.extBasicConstraints?.pathLenConstraint;
    if (allowed !== undefined && allowed < BigInt(below)) return 'may not have that many issuers below it';
    const unknown = unknownCriticalExtension(issuer);
    return unknown === undefined ? undefined : `has restrictions that are not understood (${unknown})`;
  }
}
