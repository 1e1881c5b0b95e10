/** Digits over which a number is not worth its time: it is told by its length. */
const MAX_DIGITS = 400;

/**
 * The number of INT and LONG as the loader in C reads it: any base by prefix, single underscores, spaces around.
 *
 * @returns undefined when it is none, or longer than anything a model needs
 */
export function parseInteger(line: string): number | bigint | boolean | undefined {
  if (line === '00') return false;
  if (line === '01') return true;
  if (/^-?[1-9][0-9]{0,14}$/u.test(line)) return Number(line);
  const text = line
    .trim()
    .replace(/L$/u, '')
    .replace(/(?<=[0-9a-fA-FxXoObB])_(?=[0-9a-fA-F])/gu, '');
  if (text.length > MAX_DIGITS) return undefined;
  const match = /^([+-]?)(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)$/u.exec(text);
  if (!match) return undefined;
  const digits = match[2] ?? '0';
  const value = BigInt(/^0[0-7]+$/u.test(digits) ? `0o${digits}` : digits);
  return narrow(match[1] === '-' ? -value : value);
}

/** The number of LONG1 and LONG4: little-endian two's complement. Undefined when it is too long. */
export function parseTwosComplement(bytes: Uint8Array): number | bigint | undefined {
  if (bytes.length === 0) return 0;
  if (bytes.length > MAX_DIGITS / 2) return undefined;
  let value = 0n;
  for (let at = bytes.length - 1; at >= 0; at--) value = (value << 8n) | BigInt(bytes[at] ?? 0);
  const negative = (bytes[bytes.length - 1] ?? 0) > 0x7f;
  return narrow(negative ? value - (1n << BigInt(bytes.length * 8)) : value);
}

/** The index of PUT and GET: decimal, not negative. */
export function parseIndex(line: string): number | undefined {
  if (/^[0-9]{1,9}$/u.test(line)) return Number(line);
  const text = line.trim();
  return /^\+?[0-9_]{1,20}$/u.test(text) ? Number(text.replace(/_/gu, '')) : undefined;
}

function narrow(value: bigint): number | bigint {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value;
}
