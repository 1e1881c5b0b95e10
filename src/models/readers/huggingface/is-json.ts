/** Whether bytes begin like a JSON object or list. */
export function beginsLikeJson(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, 256)).replace(/^\u00ef\u00bb\u00bf/u, '');
  return /^\s*(?:\{\s*["}]|\[\s*[{["\]])/u.test(text) && !head.includes(0);
}
