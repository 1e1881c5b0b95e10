/** For the last three bytes that looked like a jump: whether a jump may be here, and how many bits of it count. */
const ALLOWED = [true, true, true, false, true, false, false, false];
const BITS = [0, 1, 2, 2, 3, 3, 3, 3];
const LENGTH = 5;

/** Undoes the filter for x86 programs (BCJ), which turns relative targets of jumps into absolute ones: https://www.7-zip.org/sdk.html. */
export function* undoX86Filter(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let held = new Uint8Array(0);
  let position = 0;
  let mask = 0;
  let before = -LENGTH;
  for (const piece of pieces) {
    const bytes = new Uint8Array(held.length + piece.length);
    bytes.set(held);
    bytes.set(piece, held.length);
    let at = 0;
    while (at + LENGTH <= bytes.length) {
      if (((bytes[at] as number) & 0xfe) !== 0xe8) {
        at++;
        continue;
      }
      const distance = position + at - before;
      before = position + at;
      mask = distance > LENGTH ? 0 : shifted(mask, distance);
      const high = bytes[at + 4] as number;
      const plausible = high === 0 || high === 0xff;
      if (plausible && ALLOWED[(mask >> 1) & 7] === true && mask >> 1 < 0x10) {
        relocate(bytes, at, position, mask);
        at += LENGTH;
        mask = 0;
      } else {
        at++;
        mask |= plausible ? 0x11 : 1;
      }
    }
    if (at > 0) yield bytes.slice(0, at);
    held = bytes.slice(at);
    position += at;
  }
  if (held.length > 0) yield held;
}

function shifted(mask: number, distance: number): number {
  let result = mask;
  for (let count = 0; count < distance; count++) result = (result & 0x77) << 1;
  return result;
}

function relocate(bytes: Uint8Array, at: number, position: number, mask: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at + 1, 4);
  let target = view.getUint32(0, true);
  let relative: number;
  for (;;) {
    relative = (target - (position + at + LENGTH)) >>> 0;
    if (mask === 0) break;
    const bits = (BITS[mask >> 1] ?? 0) * 8;
    const byte = (relative >>> (24 - bits)) & 0xff;
    if (byte !== 0 && byte !== 0xff) break;
    target = (relative ^ (2 ** (32 - bits) - 1)) >>> 0;
  }
  view.setUint32(0, (relative & 0x01000000) === 0 ? relative & 0x00ffffff : relative | 0xff000000, true);
}
