/** The text of JSON bytes in the encoding that Python's `json.loads` detects: UTF-8, -16 or -32, with or without a mark. */
export function decodeJsonText(bytes: Uint8Array): string {
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a !== 0 && b === 0 && c === 0 && d === 0)) {
    return utf32(bytes, true);
  }
  if ((a === 0 && b === 0 && c === 0xfe && d === 0xff) || (a === 0 && b === 0 && c === 0 && d !== 0)) {
    return utf32(bytes, false);
  }
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) return new TextDecoder('utf-16le').decode(bytes);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0)) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** Whether the text of these bytes begins like a JSON object. */
export function beginsLikeObject(head: Uint8Array): boolean {
  return /^[\s\uFEFF]*\{/u.test(decodeJsonText(head.subarray(0, head.length - (head.length % 4))));
}

function utf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    text += code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  }
  return text.replace(/^\uFEFF/u, '');
}
