import { bytes, le } from './assemble';

/** A NumPy array. @param length of the header, where it lies */
export function npy(descr: string, data: Uint8Array, version = 1, length?: number): Uint8Array {
  const header = `{'descr': ${descr}, 'fortran_order': False, 'shape': (1,), }\n`;
  return bytes(0x93, 'NUMPY', version, 0, le(length ?? header.length, version === 1 ? 2 : 4), header, data);
}

/** A tar archive of plain files. */
export function tar(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const blocks = Object.entries(files).map(([name, data]) => {
    const head = new Uint8Array(512);
    head.set(bytes(name), 0);
    head.set(
      bytes(
        '0000644\0',
        '0000000\0',
        '0000000\0',
        data.length.toString(8).padStart(11, '0'),
        '\0',
        '00000000000\0',
        '        ',
        '0',
      ),
      100,
    );
    head.set(bytes('ustar\x0000'), 257);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.set(bytes(sum.toString(8).padStart(6, '0'), '\0 '), 148);
    return bytes(head, data, new Uint8Array((512 - (data.length % 512)) % 512));
  });
  return bytes(...blocks, new Uint8Array(1024));
}
