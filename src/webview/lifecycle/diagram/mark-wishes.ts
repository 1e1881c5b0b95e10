import type { MarkWishes } from '../../../diagram/geometry';
import type { Overlay } from '../../../diagram/overlay';

/** What an overlay wants drawn at the stages; `notes` keeps room for the lines that name the file in front. */
export function markWishes(overlay: Overlay, notes: boolean): MarkWishes {
  return { marks: new Map([...overlay.stages].map(([id, { marks }]) => [id, marks])), notes };
}
