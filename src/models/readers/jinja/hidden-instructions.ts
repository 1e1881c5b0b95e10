import { INSTRUCTION_PATTERNS } from './instruction-patterns';

/** What makes the same words a precaution. */
const NEGATION =
  /\b(?:not|never|n['’]t|no|refuse|avoid|cannot|forbidden|prohibited|refrain|nor|without)\b[^.!?\n]{0,80}$/iu;
/** Text looked at; no honest template has as much. */
const MAX = 200_000;

export interface HiddenInstruction {
  readonly does: string;
  readonly text: string;
}

/** Fixed text that turns a model against its users. Of each kind the first. */
export function hiddenInstructions(text: string): readonly HiddenInstruction[] {
  const looked = text.slice(0, MAX).replace(/[ \t]+/gu, ' ');
  return INSTRUCTION_PATTERNS.flatMap(({ pattern, does, negatable }): HiddenInstruction[] => {
    const found = pattern.exec(looked);
    if (!found) return [];
    if (negatable && NEGATION.test(looked.slice(Math.max(0, found.index - 100), found.index))) return [];
    const start = Math.max(0, found.index - 20);
    return [{ does, text: looked.slice(start, found.index + Math.min(160, found[0].length + 40)).trim() }];
  });
}
