import type { BundleJson } from '../bundle/bundle-schema';
import { SignatureError } from '../signature-error';
import type { TrustedRoot } from './trusted-root';

type LogEntry = BundleJson['verificationMaterial']['tlogEntries'][number];

/**
 * Refuses what the log proves too little with, before anything is computed: an entry needs an inclusion proof with a
 * signed checkpoint, its log must be one we know, and a time that somebody signed must say when the short-lived
 * certificate was used: the log's promise covers `integratedTime`, its proof does not.
 *
 * @returns the one entry
 * @throws SignatureError
 */
export function checkedLogEntry({ verificationMaterial: material }: BundleJson): LogEntry {
  const [entry, second] = material.tlogEntries;
  if (!entry || second) {
    throw problem(entry ? 'more than one entry of a log, which is not supported' : 'no entry of a log');
  }
  if (!entry.inclusionProof && !entry.inclusionPromise) throw problem('no proof that the log took it in');
  const isPromised = entry.inclusionPromise !== undefined && entry.integratedTime !== null;
  const stamps = material.timestampVerificationData?.rfc3161Timestamps.length ?? 0;
  if (!isPromised && stamps === 0) throw problem('no signed time, so nothing proves when it was made');
  return entry;
}

/**
 * The trusted root as it was when the signature was made: the log that took it in, if it was in service at that time, and
 * the authorities that were, whether or not they have been replaced since.
 *
 * @throws SignatureError when the log is none of the root's
 */
export function rootAsOf(root: TrustedRoot, issued: Date, entry: LogEntry): TrustedRoot {
  const logged = entry.integratedTime === null ? undefined : new Date(Number(entry.integratedTime) * 1000);
  const tlogs = root.tlogs
    .filter(({ logId }) => logId.keyId === entry.logId.keyId)
    .filter(({ publicKey }) => isWithin(publicKey.validFor, logged ?? issued))
    .map(({ publicKey, ...log }) => ({
      ...log,
      publicKey: { ...publicKey, validFor: sinceStart(publicKey) },
    }));
  if (tlogs.length === 0) {
    throw new SignatureError(
      'log',
      'The signature is in a log that the trusted root does not name for that time.',
    );
  }
  return {
    ...root,
    tlogs,
    certificateAuthorities: root.certificateAuthorities
      .filter(({ validFor }) => isWithin(validFor, issued))
      .map((authority) => ({ ...authority, validFor: sinceStart(authority) })),
  };
}

type Period = TrustedRoot['tlogs'][number]['publicKey']['validFor'];

function isWithin({ start, end }: Period, when: Date): boolean {
  return new Date(start) <= when && (end === undefined || when <= new Date(end));
}

function sinceStart({ validFor: { start } }: { readonly validFor: Period }): Period {
  return { start };
}

function problem(missing: string): SignatureError {
  return new SignatureError('log', `The signature comes with ${missing}.`);
}
