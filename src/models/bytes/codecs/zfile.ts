import type { Codec } from './codec';
import { deflate } from './deflate';

const zlib = deflate('zlib');
/** `ZF`, and the size of the content as a hexadecimal number with blanks behind it: 21 bytes, of Python 2 sometimes one more. */
const HEADER = 21;
const ZLIB = 0x78;

/** zlib data, bare or as joblib wrote it before version 0.10. */
export const zlibOrZfile: Codec = function* (input) {
  const start = input.bytes(2);
  if (start[0] === 0x5a && start[1] === 0x46) {
    input.skip(HEADER - 2);
    while (input.byte() !== ZLIB);
    input.back(1);
  } else {
    input.back(2);
  }
  yield* zlib(input);
};
