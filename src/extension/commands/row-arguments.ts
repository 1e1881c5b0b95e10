import * as v from 'valibot';
import type { Place } from '../tree/place';
import type { EvidenceOfFolder } from '../tree/tree-node';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.object({ line: count, character: count });

const place = v.object({
  uri: text,
  range: v.object({ start: position, end: position }),
  cell: v.exactOptional(count),
});
const evidence = v.object({ folder: text, id: text, template: v.exactOptional(text) });

/** The place of a tree row; undefined for whatever else a command is called with. */
export function placeOf(argument: unknown): Place | undefined {
  const parsed = v.safeParse(v.object({ place }), argument);
  return parsed.success ? parsed.output.place : undefined;
}

/** Text of a tree row to copy. */
export function copiedOf(argument: unknown): string | undefined {
  const parsed = v.safeParse(v.object({ copied: text }), argument);
  return parsed.success ? parsed.output.copied : undefined;
}

/** The evidence that a tree row is about. */
export function evidenceOf(argument: unknown): EvidenceOfFolder | undefined {
  const parsed = v.safeParse(v.object({ evidence }), argument);
  return parsed.success ? parsed.output.evidence : undefined;
}
