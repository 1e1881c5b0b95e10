/** Whether a byte order mark says UTF-16, where no word has the bytes it is searched by. */
export function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
