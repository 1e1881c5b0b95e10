import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FromPanel, PanelSnapshot, PanelState } from '../../protocol/panel';
import type { CatalogIndex } from './model/catalog-index';
import type { Place } from './state/panel-state';

/** What every part of the panel may read and ask for. */
export interface Panel {
  readonly state: PanelState;
  readonly snapshot: PanelSnapshot;
  readonly index: CatalogIndex;
  /** Opens a place in the detail pane; what is left out of it is cleared. */
  readonly go: (place: Partial<Place>) => void;
  readonly post: (message: FromPanel) => void;
}

export const PanelContext = createContext<Panel | undefined>(undefined);

/** The panel around a component. Throws outside of one, which is a mistake in our own code. */
export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('usePanel needs a PanelContext above it');
  return panel;
}
