import { renderToString } from 'preact-render-to-string';
import { LineageDrawing } from '../../diagram/lineage/lineage-drawing';
import { drawingStyle } from '../../diagram/static/drawing-style';
import type { Theme } from '../../diagram/static/palette';
import type { Inventory } from '../../supplychain/inventory/inventory';
import { lineageInput } from '../inventory/lineage-input';
import { safeMarkup } from '../lifecycle/safe-markup';
import type { LineageFormat } from './lineage-formats';
import { lineageMermaid } from './lineage-mermaid';

export interface ExportLineageOptions {
  readonly inventory: Inventory;
  readonly format: LineageFormat;
  /** Of a drawing: light unless given. */
  readonly theme?: Theme | undefined;
}

const TITLE = 'Lineage of this workspace';

/** The lineage of a workspace as the text of a file of its own; undefined where nothing says what was made from what. */
export function exportLineage({ inventory, format, theme }: ExportLineageOptions): string | undefined {
  const input = lineageInput(inventory);
  if (input.nodes.length === 0) return undefined;
  if (format === 'mermaid') return lineageMermaid(input, TITLE);
  const drawing = (
    <LineageDrawing input={input} title={TITLE} id="lineage" style={drawingStyle(theme ?? 'light')} />
  );
  return `${safeMarkup(renderToString(drawing))}\n`;
}
