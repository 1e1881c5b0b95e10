/** A text as a label of a Mermaid diagram: what could end the label, begin markup or a directive becomes Mermaid's own character code. */
export function mermaidText(text: string): string {
  return mermaidLine(text).replace(
    /[^\p{L}\p{N} .,:()+×…/'_-]/gu,
    (character) => `#${character.codePointAt(0) ?? 0};`,
  );
}

/** A text for the rest of a line of a Mermaid diagram. */
export function mermaidLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/[`;]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
