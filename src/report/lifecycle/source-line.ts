import type { Guide } from '../../catalog/catalog';
import type { Lifecycle } from '../../catalog/schema/lifecycle';
import type { Overlay } from '../../diagram/overlay';

const STATUS_WORDS = {
  verified: 'read in the source',
  synthesis: 'our own synthesis',
  unverified: 'not verified',
} as const;

/** Where a drawing comes from, and how sure we are of it. */
export function sourceLine(guide: Guide, lifecycle: Lifecycle, overlay: Overlay | undefined): string {
  const source = guide.sources.get(lifecycle.source)?.title ?? lifecycle.source;
  const parts = [`Lifecycle: ${source}, ${STATUS_WORDS[lifecycle.status]}`];
  const framework = overlay && guide.frameworks.get(overlay.id);
  if (framework) parts.push(`${framework.title}: ${framework.publisher}, placed by our own synthesis`);
  else if (overlay) parts.push('Overlay: our own synthesis');
  return `${parts.join('. ')}. MLSecOps\u00a0Lens.`;
}
