import type { Guide } from '../../catalog/catalog';
import type { Relations } from '../../catalog/relations';
import type { Overlay } from '../../diagram/overlay';
import { makeOverlay, overlayChoices } from '../../diagram/overlays';
import type { Theme } from '../../diagram/static/palette';
import { findLifecycle } from './find-lifecycle';
import type { LifecycleFormat } from './lifecycle-formats';
import { lifecycleJson } from './lifecycle-json';
import { lifecyclePage } from './page/lifecycle-page';
import { renderLifecycleSvg } from './lifecycle-svg';
import { lifecycleMermaid } from './mermaid';
import { UnknownIdError } from './unknown-id';

export interface ExportLifecycleOptions {
  readonly guide: Guide;
  readonly relations: Relations;
  /** Id of a lifecycle, or `ml` or `llm`. The page shows this one first. */
  readonly lifecycle: string;
  /** Id of an overlay; the page opens with it. */
  readonly overlay?: string | undefined;
  readonly format: LifecycleFormat;
  /** Of a drawing: light unless given. The page follows its reader unless given. */
  readonly theme?: Theme | undefined;
  readonly findings?: Readonly<Record<string, number>> | undefined;
}

/**
 * A lifecycle as the text of a file of its own.
 *
 * @throws UnknownIdError when there is no such lifecycle or overlay
 */
export function exportLifecycle(options: ExportLifecycleOptions): string {
  const { guide, relations, format, theme, findings } = options;
  const lifecycle = findLifecycle(guide, options.lifecycle);
  const overlay = overlayOf(guide, relations, options.overlay);
  switch (format) {
    case 'svg':
      return `${renderLifecycleSvg({ guide, lifecycle, overlay, theme: theme ?? 'light', findings })}\n`;
    case 'html':
      return lifecyclePage({ guide, relations, lifecycle, overlay, theme, findings });
    case 'mermaid':
      return lifecycleMermaid(guide, lifecycle, overlay);
    case 'json':
      return lifecycleJson(guide, lifecycle, overlay, findings);
  }
}

function overlayOf(guide: Guide, relations: Relations, id: string | undefined): Overlay | undefined {
  if (id === undefined) return undefined;
  const overlay = makeOverlay(guide, relations, id);
  if (overlay) return overlay;
  throw new UnknownIdError(
    'overlay',
    id,
    overlayChoices(guide).map((choice) => choice.id),
  );
}
