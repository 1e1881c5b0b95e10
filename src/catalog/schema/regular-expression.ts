/** Whether a text is a regular expression, as catalog files write them: with the flag `u`. */
export function isRegularExpression(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}
