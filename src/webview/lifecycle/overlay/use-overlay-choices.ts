import { useMemo } from 'preact/hooks';
import type { OverlayChoice } from '../../../diagram/overlay';
import { useLater } from '../later';
import { OVERLAYS } from './later-overlays';
import { usePanel } from '../panel-context';

/** The overlays of the menu, in its order; none until they have been loaded. */
export function useOverlayChoices(): readonly OverlayChoice[] {
  const { index } = usePanel();
  const overlays = useLater(OVERLAYS);
  return useMemo(() => overlays?.overlayChoices(index.guide) ?? [], [overlays, index]);
}
