import type { Overlay, OverlayChoice } from '../overlay';
import type { OverlayContext } from './overlay-context';

/** What an overlay says, without its name. */
export type OverlayBody = Omit<Overlay, 'id' | 'title'>;

/** An overlay that can be chosen, and how it is made. */
export interface OverlayDefinition extends OverlayChoice {
  readonly make: (context: OverlayContext) => OverlayBody;
}
