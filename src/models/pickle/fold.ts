import type { ByteSource } from '../bytes/byte-source';
import { decodeBase64, decodeHex, rot13 } from './text-codecs';
import { decodeLatin1, decodeUtf8 } from './pickle-text';
import { argumentsOf, isKind, type Value } from './values';

/** Bytes that are worth computing with. */
const MAX_BYTES = 1024 * 1024;
const DEPTH = 24;

/** What a call or a value comes to when it is computed from constants: text or bytes. Undefined when it is not known. */
export function fold(
  value: Value | undefined,
  source: ByteSource,
  depth = DEPTH,
): string | Uint8Array | undefined {
  if (value === undefined || depth === 0) return undefined;
  if (typeof value === 'string') return value;
  if (isKind(value, 'bytes') || isKind(value, 'text')) {
    return value.length > MAX_BYTES
      ? undefined
      : asKind(value.kind, source.read(value.offset, value.length).slice());
  }
  if (!isKind(value, 'called')) return undefined;
  const { callee } = value;
  const args = argumentsOf(value.args);
  const known = (at: number): string | Uint8Array | undefined => fold(args[at], source, depth - 1);
  if (isKind(callee, 'attribute')) {
    return method(callee.name, fold(callee.of, source, depth - 1), args, known, source, depth);
  }
  if (!isKind(callee, 'imported')) return undefined;
  const { path } = callee.verdict;
  const unbound = /^builtins\.(?:str|bytes|bytearray)\.(\w+)$/u.exec(path)?.[1];
  if (unbound !== undefined) {
    return method(unbound, known(0), args.slice(1), (at) => known(at + 1), source, depth);
  }
  return FUNCTIONS[path]?.(known, args);
}

type Known = (at: number) => string | Uint8Array | undefined;

const concatenate = (known: Known): string | undefined => join([known(0), known(1)], '');

const FUNCTIONS: Readonly<
  Record<string, (known: Known, args: readonly Value[]) => string | Uint8Array | undefined>
> = {
  'operator.add': concatenate,
  '_operator.add': concatenate,
  'operator.concat': concatenate,
  '_operator.concat': concatenate,
  'operator.iadd': concatenate,
  'operator.iconcat': concatenate,
  'codecs.decode': (known) => transform(known(0), known(1) ?? 'utf-8'),
  '_codecs.decode': (known) => transform(known(0), known(1) ?? 'utf-8'),
  'codecs.encode': (known) => encode(known(0), known(1) ?? 'utf-8'),
  '_codecs.encode': (known) => encode(known(0), known(1) ?? 'utf-8'),
  'base64.b64decode': (known) => decodeBase64(asText(known(0))),
  'base64.urlsafe_b64decode': (known) => decodeBase64(asText(known(0))),
  'base64.standard_b64decode': (known) => decodeBase64(asText(known(0))),
  'base64.b16decode': (known) => decodeHex(asText(known(0))),
  'binascii.a2b_base64': (known) => decodeBase64(asText(known(0))),
  'binascii.unhexlify': (known) => decodeHex(asText(known(0))),
  'binascii.a2b_hex': (known) => decodeHex(asText(known(0))),
  'builtins.str': (known) => asText(known(0)),
  'builtins.bytes': (known, args) => asBytes(known(0)) ?? numbers(args[0]),
  'builtins.bytearray': (known, args) => asBytes(known(0)) ?? numbers(args[0]),
  'builtins.chr': (_, [code]) =>
    typeof code === 'number' && code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined,
};

function method(
  name: string,
  self: string | Uint8Array | undefined,
  args: readonly Value[],
  known: Known,
  source: ByteSource,
  depth: number,
): string | Uint8Array | undefined {
  switch (name) {
    case 'join': {
      const parts = isKind(args[0], 'tuple') || isKind(args[0], 'list') ? args[0].items : undefined;
      if (parts === undefined)
        return typeof args[0] === 'string' ? join(Array.from(args[0]), self) : undefined;
      return join(
        parts.map((part) => fold(part, source, depth - 1)),
        self,
      );
    }
    case 'decode':
      return transform(self, known(0) ?? 'utf-8');
    case 'encode':
      return encode(self, known(0) ?? 'utf-8');
    case '__add__':
      return join([self, known(0)], '');
    case 'fromhex':
      return decodeHex(asText(known(0)));
    case 'replace':
      return asText(self)?.replaceAll(asText(known(0)) ?? '\u0000', () => asText(known(1)) ?? '');
    case 'lower':
      return asText(self)?.toLowerCase();
    case 'upper':
      return asText(self)?.toUpperCase();
    case 'strip':
    case '__str__':
      return asText(self)?.trim();
    default:
      return undefined;
  }
}

function join(
  parts: readonly (string | Uint8Array | undefined)[],
  separator: string | Uint8Array | undefined,
): string | undefined {
  const between = asText(separator);
  const texts = parts.map(asText);
  if (between === undefined || texts.some((text) => text === undefined)) return undefined;
  const length = texts.reduce((sum, text) => sum + (text?.length ?? 0) + between.length, 0);
  return length > MAX_BYTES ? undefined : texts.join(between);
}

function transform(
  data: string | Uint8Array | undefined,
  codec: string | Uint8Array,
): string | Uint8Array | undefined {
  const name = asText(codec)?.toLowerCase().replace(/[-_ ]/gu, '');
  if (name === 'rot13') return rot13(asText(data));
  if (name === 'base64' || name === 'base64codec') return decodeBase64(asText(data));
  if (name === 'hex' || name === 'hexcodec') return decodeHex(asText(data));
  if (data instanceof Uint8Array && /^(?:utf8|ascii|usascii)$/u.test(name ?? ''))
    return decodeUtf8(data, 0, data.length);
  return /^(?:utf8|ascii|usascii|latin1|iso88591|unicodeescape|rawunicodeescape|charmap)$/u.test(name ?? '')
    ? asText(data)
    : undefined;
}

function encode(
  data: string | Uint8Array | undefined,
  codec: string | Uint8Array,
): string | Uint8Array | undefined {
  const name = asText(codec)?.toLowerCase().replace(/[-_ ]/gu, '');
  if (name === 'rot13') return rot13(asText(data));
  if (data === undefined) return undefined;
  return /^(?:utf8|ascii|usascii)$/u.test(name ?? '') && typeof data === 'string'
    ? new TextEncoder().encode(data)
    : asBytes(data);
}

function asKind(kind: 'bytes' | 'text', bytes: Uint8Array): string | Uint8Array | undefined {
  return kind === 'bytes' ? bytes : decodeUtf8(bytes, 0, bytes.length);
}

function asText(data: string | Uint8Array | undefined): string | undefined {
  return data instanceof Uint8Array ? decodeLatin1(data, 0, data.length) : data;
}

function asBytes(data: string | Uint8Array | undefined): Uint8Array | undefined {
  return typeof data === 'string' ? Uint8Array.from(data, (each) => each.charCodeAt(0)) : data;
}

function numbers(value: Value | undefined): Uint8Array | undefined {
  if (!isKind(value, 'list') && !isKind(value, 'tuple')) return undefined;
  return value.items.every((item) => typeof item === 'number') ? Uint8Array.from(value.items) : undefined;
}
