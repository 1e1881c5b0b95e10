import type { TextRange } from '../source/range';
import type { Anchor, TrackedSection, TrackedSections } from '../source/section';
import type { Finding } from './finding';

/** A finding whose places move with the sections they are in. */
export interface KeptFinding {
  readonly finding: Finding;
  /** Of every range in it, in the order of {@link withRanges}. */
  readonly places: readonly (readonly [Anchor, Anchor])[];
}

/** Makes a finding ready to be kept; undefined when a place in it belongs to no section. */
export function keepFinding(
  finding: Finding,
  section: TrackedSection,
  sections: TrackedSections,
): KeptFinding | undefined {
  const places: (readonly [Anchor, Anchor])[] = [];
  let ranges = 0;
  withRanges(finding, (range) => {
    ranges++;
    const place = sections.anchor(range, section);
    if (place) places.push(place);
    return range;
  });
  return places.length === ranges ? { finding, places } : undefined;
}

/** The finding where it is now; the same object when nothing has moved. */
export function placeFinding({ finding, places }: KeptFinding, sections: TrackedSections): Finding {
  let at = 0;
  let moves = 0;
  const moved = withRanges(finding, (range) => {
    const place = places[at++];
    if (!place) return range;
    const start = sections.placeOf(place[0]);
    const end = sections.placeOf(place[1]);
    if (start === range.start && end === range.end) return range;
    moves++;
    return { start, end };
  });
  return moves > 0 ? moved : finding;
}

/** The finding with every range in the text replaced. */
function withRanges(finding: Finding, map: (range: TextRange) => TextRange): Finding {
  return {
    ...finding,
    range: map(finding.range),
    path: finding.path.map((step) => ({ ...step, range: map(step.range) })),
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, range: map(edit.range) })),
    })),
  };
}
