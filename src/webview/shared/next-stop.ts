/** Where an arrow key, Home or End leads from the stop `at` of a row of `length`, around its ends; -1 for any other key. */
export function nextStop(key: string, at: number, length: number): number {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % length;
    case 'ArrowLeft':
      return (at - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return -1;
  }
}
