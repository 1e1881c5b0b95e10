import { renderToString } from 'preact-render-to-string';
import type { Guide } from '../../catalog/catalog';
import type { Lifecycle } from '../../catalog/schema/lifecycle';
import type { Overlay } from '../../diagram/overlay';
import { drawingStyle } from '../../diagram/static/drawing-style';
import { LifecycleDrawing } from '../../diagram/static/lifecycle-drawing';
import type { Theme } from '../../diagram/static/palette';
import { safeMarkup } from './safe-markup';
import { sourceLine } from './source-line';

export interface LifecycleSvgOptions {
  readonly guide: Guide;
  readonly lifecycle: Lifecycle;
  readonly overlay?: Overlay | undefined;
  readonly theme: Theme;
  /** Number of findings by stage. */
  readonly findings?: Readonly<Record<string, number>> | undefined;
  /** 1200 unless given. */
  readonly width?: number;
  readonly height?: number;
  /** Given for a drawing inside a page: the page has the style, and `id` tells the drawings apart. */
  readonly inPage?: { readonly id: string };
}

/** A lifecycle with an overlay as an SVG text that needs nothing else. */
export function renderLifecycleSvg(options: LifecycleSvgOptions): string {
  const { guide, lifecycle, overlay, theme, findings = {}, width = 1200, height = 880, inPage } = options;
  return safeMarkup(
    renderToString(
      <LifecycleDrawing
        lifecycle={lifecycle}
        stages={lifecycle.stages.flatMap((id) => guide.stages.get(id) ?? [])}
        overlay={overlay}
        findings={findings}
        width={width}
        height={height}
        source={sourceLine(guide, lifecycle, overlay)}
        style={inPage ? undefined : drawingStyle(theme)}
        id={inPage?.id ?? 'lifecycle'}
      />,
    ),
  );
}
