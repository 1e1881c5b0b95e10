import type { WireFinding } from '../protocol/finding';

/** What `activate` gives to other extensions. */
export interface LensApi {
  /** Resolves when the language server runs, or could not be started. */
  readonly ready: Promise<void>;
  /** What is known of the workspace now. */
  findings(): readonly WireFinding[];
}
