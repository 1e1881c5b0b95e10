import type { ClientFeatures } from '../connection/client-features';
import type { OpenSource } from '../documents/open-source';

/**
 * Whether the server sends the diagnostics of a source on its own. The cells of a notebook change together, so their
 * diagnostics are pulled only by clients that take those of all cells with one answer.
 */
export function isPushed(source: OpenSource, features: ClientFeatures): boolean {
  if (!features.pullsDiagnostics) return true;
  return source.kind === 'notebook' && !features.relatedDocuments;
}
