import type { Range, TextEdit } from 'vscode-languageserver';
import type { WireFix } from '../../protocol/finding';
import type { Changes } from './workspace-edit';

/**
 * The edits of many fixes as one change. An edit that several fixes share (the same import added) is made once; a fix that
 * would touch what an earlier one changes is left out whole.
 */
export function mergeFixes(fixes: readonly WireFix[]): Changes {
  const merged: Record<string, TextEdit[]> = {};
  for (const { changes } of fixes) {
    const entries = Object.entries(changes).map(([uri, edits]) => {
      const there = merged[uri] ?? [];
      return { uri, edits: edits.filter((edit) => !there.some((other) => isSame(edit, other))) };
    });
    const fits = entries.every(({ uri, edits }) =>
      edits.every((edit) => !(merged[uri] ?? []).some((other) => touches(edit.range, other.range))),
    );
    if (!fits) continue;
    for (const { uri, edits } of entries) (merged[uri] ??= []).push(...edits);
  }
  return merged;
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return (
    a.newText === b.newText &&
    compare(a.range.start, b.range.start) === 0 &&
    compare(a.range.end, b.range.end) === 0
  );
}

/** Two insertions at one place touch as well: their order would be a guess. */
function touches(a: Range, b: Range): boolean {
  if (compare(a.start, b.start) === 0) return true;
  return compare(a.start, b.end) < 0 && compare(b.start, a.end) < 0;
}

function compare(a: Range['start'], b: Range['start']): number {
  return a.line - b.line || a.character - b.character;
}
