import type { Inspection } from '../../models/inspection';

/** An inspected file, or the reason why it could not be read. */
export type InspectedFile =
  | { readonly path: string; readonly inspection: Inspection }
  | { readonly path: string; readonly error: string };
