import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SearchHit } from '../../catalog/search/search-hit';
import type { Overlay } from '../../diagram/overlay';
import type { FromPanel, PanelSnapshot, PanelState } from '../../protocol/panel';
import type { PanelSupply } from '../../protocol/panel-supply';
import type { CatalogIndex } from './model/catalog-index';
import type { Place } from './state/panel-state';

/** What every part of the panel may read and ask for. */
export interface Panel {
  readonly state: PanelState;
  readonly snapshot: PanelSnapshot;
  readonly index: CatalogIndex;
  /** The supply chain of the workspace; undefined until a scan has told of it. */
  readonly supply: PanelSupply | undefined;
  /** The overlay that is chosen. */
  readonly overlay: Overlay | undefined;
  /** The last answer to a search. */
  readonly found: { readonly query: string; readonly hits: readonly SearchHit[] } | undefined;
  /** Opens a place. Stage, entry and part are cleared where it leaves them out, the rest stays as it is. */
  readonly go: (place: Partial<Place>) => void;
  /** As `go`, for a change of the picture: the focus stays where it is. */
  readonly turn: (place: Partial<Place>) => void;
  readonly zoom: (zoom: number | undefined) => void;
  readonly post: (message: FromPanel) => void;
}

export const PanelContext = createContext<Panel | undefined>(undefined);

/** The panel around a component. Throws outside of one, which is a mistake in our own code. */
export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('usePanel needs a PanelContext above it');
  return panel;
}
