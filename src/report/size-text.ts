/** A number of bytes as people read it: `1.5 MB`. */
export function sizeText(size: number): string {
  if (size < 1000) return `${size} bytes`;
  const [unit, name] = size < 1e6 ? [1e3, 'kB'] : size < 1e9 ? [1e6, 'MB'] : [1e9, 'GB'];
  return `${(size / unit).toFixed(1)} ${name}`;
}
