import { createHash, sign } from 'node:crypto';
import {
  certificate,
  certificatePem,
  extensions,
  keyPair,
  spkiOf,
  toBeSigned,
  type Extension,
  type KeyPair,
} from './certificates';
import { der, octetString, utf8 } from './der';
import { sha256, signPayload } from './oms';

const ISSUED = new Date('2026-01-01T00:00:00Z');
const LOGGED = Math.floor(ISSUED.getTime() / 1000) + 60;

export interface SignerWish {
  readonly identity?: string;
  readonly issuer?: string;
  /** When the log says it took the signature in, in seconds since 1970. */
  readonly integratedTime?: number;
}

interface LogBody {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: object;
}

/** A Sigstore instance of the test's own: authority, certificate log and transparency log, with the keys to all of them. */
export class SigstoreInstance {
  readonly #authority = keyPair();
  readonly #certificateLog = keyPair();
  readonly #log = keyPair();
  readonly #root = certificate({
    subject: 'test authority',
    key: this.#authority,
    extensions: [extensions.authority(), extensions.keyUsage(5)],
  });

  /** What a verifier must know of this instance. */
  trustedRoot() {
    const validFor = { start: '2021-01-01T00:00:00Z' };
    const log = (key: KeyPair) => ({
      baseUrl: 'https://log.example.org',
      hashAlgorithm: 'SHA2_256',
      publicKey: {
        rawBytes: spkiOf(key).toString('base64'),
        keyDetails: 'PKIX_ECDSA_P256_SHA_256',
        validFor,
      },
      logId: { keyId: logId(key).toString('base64') },
    });
    return {
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      tlogs: [log(this.#log)],
      ctlogs: [log(this.#certificateLog)],
      certificateAuthorities: [
        {
          subject: { organization: 'test', commonName: 'test authority' },
          uri: 'https://authority.example.org',
          certChain: { certificates: [{ rawBytes: this.#root.toString('base64') }] },
          validFor,
        },
      ],
    };
  }

  /** Signs a statement as the one whom `identity` names. */
  sign({ statement, ...wish }: SignerWish & { readonly statement: object }) {
    const key = keyPair();
    const payload = JSON.stringify(statement);
    const sig = signPayload(payload, key);
    const body = (certificatePem: string) => ({
      apiVersion: '0.0.1',
      kind: 'dsse',
      spec: {
        payloadHash: { algorithm: 'sha256', value: sha256(payload) },
        signatures: [{ signature: sig, verifier: certificatePem }],
      },
    });
    return {
      ...this.#bundle(key, wish, body),
      dsseEnvelope: {
        payload: Buffer.from(payload).toString('base64'),
        payloadType: 'application/vnd.in-toto+json',
        signatures: [{ sig }],
      },
    };
  }

  /** Signs the content of a file. */
  signFile({ content, ...wish }: SignerWish & { readonly content: string }) {
    const key = keyPair();
    const digest = sha256(content);
    const signature = sign('sha256', Buffer.from(content), key.privateKey).toString('base64');
    const body = (certificatePem: string) => ({
      apiVersion: '0.0.1',
      kind: 'hashedrekord',
      spec: {
        data: { hash: { algorithm: 'sha256', value: digest } },
        signature: { content: signature, publicKey: { content: certificatePem } },
      },
    });
    const messageDigest = {
      algorithm: 'SHA2_256',
      digest: Buffer.from(digest, 'hex').toString('base64'),
    };
    return { ...this.#bundle(key, wish, body), messageSignature: { messageDigest, signature } };
  }

  #bundle(
    key: KeyPair,
    {
      identity = 'release@example.org',
      issuer = 'https://accounts.example.org',
      integratedTime = LOGGED,
    }: SignerWish,
    body: (certificatePem: string) => LogBody,
  ) {
    const leaf = this.#certify(key, identity, issuer);
    const pem = Buffer.from(certificatePem(leaf)).toString('base64');
    return {
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: {
        certificate: { rawBytes: leaf.toString('base64') },
        tlogEntries: [this.#logged(body(pem), integratedTime)],
      },
    };
  }

  #certify(key: KeyPair, identity: string, issuer: string): Buffer {
    const wish = {
      subject: '',
      issuer: 'test authority',
      key,
      issuerKey: this.#authority,
      from: ISSUED,
      to: new Date(ISSUED.getTime() + 600_000),
    };
    const own: Extension[] = [
      extensions.keyUsage(0),
      extensions.codeSigning,
      { oid: '2.5.29.17', value: der(0x30, der(0x81, Buffer.from(identity))) },
      { oid: '1.3.6.1.4.1.57264.1.8', value: utf8(issuer) },
    ];
    const before = toBeSigned({ ...wish, extensions: own });
    return certificate({ ...wish, extensions: [...own, this.#timestamped(before)] });
  }

  /** The promise of the certificate log (RFC 6962, section 3.3), over the certificate without it. */
  #timestamped(certificateBody: Buffer): Extension {
    const moment = Buffer.alloc(8);
    moment.writeBigUInt64BE(BigInt(ISSUED.getTime()));
    const signed = Buffer.concat([
      Buffer.from([0, 0]),
      moment,
      Buffer.from([0, 1]),
      createHash('sha256').update(spkiOf(this.#authority)).digest(),
      sized(certificateBody, 3),
      Buffer.from([0, 0]),
    ]);
    const signature = sign('sha256', signed, this.#certificateLog.privateKey);
    const promise = Buffer.concat([
      Buffer.from([0]),
      logId(this.#certificateLog),
      moment,
      Buffer.from([0, 0, 4, 3]),
      sized(signature, 2),
    ]);
    return { oid: '1.3.6.1.4.1.11129.2.4.2', value: octetString(sized(sized(promise, 2), 2)) };
  }

  /** An entry of the transparency log, which has only this one: its hash is the root of the tree. */
  #logged(entry: LogBody, integratedTime: number) {
    const body = JSON.stringify(entry);
    const canonicalizedBody = Buffer.from(body).toString('base64');
    const id = logId(this.#log);
    const promised = `{"body":"${canonicalizedBody}","integratedTime":${integratedTime},"logID":"${id.toString('hex')}","logIndex":0}`;
    const root = createHash('sha256')
      .update(Buffer.concat([Buffer.from([0]), Buffer.from(body)]))
      .digest('base64');
    const note = `log.example.org\n1\n${root}\n`;
    const noteSignature = sign('sha256', Buffer.from(note), this.#log.privateKey);
    const line = Buffer.concat([id.subarray(0, 4), noteSignature]).toString('base64');
    return {
      logIndex: '0',
      logId: { keyId: id.toString('base64') },
      kindVersion: { kind: entry.kind, version: entry.apiVersion },
      integratedTime: String(integratedTime),
      inclusionPromise: {
        signedEntryTimestamp: sign('sha256', Buffer.from(promised), this.#log.privateKey).toString('base64'),
      },
      inclusionProof: {
        logIndex: '0',
        rootHash: root,
        treeSize: '1',
        hashes: [],
        checkpoint: { envelope: `${note}\n\u2014 log.example.org ${line}\n` },
      },
      canonicalizedBody,
    };
  }
}

function logId(key: KeyPair): Buffer {
  return createHash('sha256').update(spkiOf(key)).digest();
}

/** Content with its length before it, in `width` bytes. */
function sized(content: Buffer, width: number): Buffer {
  const length = Buffer.alloc(width);
  length.writeUIntBE(content.length, 0, width);
  return Buffer.concat([length, content]);
}
