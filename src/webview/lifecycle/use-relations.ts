import { useEffect, useState } from 'preact/hooks';
import type { Relations } from '../../catalog/relations';
import { usePanel } from './panel-context';

/** How entries are related. Working that out waits until the first drawing is on the screen: undefined until then. */
export function useRelations(): Relations | undefined {
  const { index } = usePanel();
  const [, setReady] = useState(false);
  // Effects run after the browser has painted.
  useEffect(() => {
    if (index.hasRelations) return;
    index.relations();
    setReady((before) => !before);
  }, [index]);
  return index.hasRelations ? index.relations() : undefined;
}
