import type { Ref } from 'preact';
import type { Lifecycle } from '../../../catalog/schema/lifecycle';
import { litStages } from '../model/lit-stages';
import { OverlayHead } from '../overlay/overlay-head';
import { usePanel } from '../panel-context';
import { LifecycleSwitch } from '../toolbar/lifecycle-switch';
import { OverlayMenu } from '../toolbar/overlay-menu';
import { ZoomGroup } from '../toolbar/zoom-group';
import { LifecycleDiagram, type DiagramHandle } from './lifecycle-diagram';

interface DiagramViewProps {
  readonly lifecycle: Lifecycle;
  readonly onOpen: (stage: string, byKeyboard: boolean) => void;
  readonly handle: Ref<DiagramHandle>;
}

/** The drawing with what chooses it: which lifecycle, which overlay, how large. */
export function DiagramView({ lifecycle, onOpen, handle }: DiagramViewProps) {
  const { state, index, overlay } = usePanel();
  return (
    <section class="main-pane diagram-pane" aria-label={lifecycle.title}>
      <div class="view-bar">
        <LifecycleSwitch />
        <OverlayMenu />
        <ZoomGroup />
      </div>
      {overlay && <OverlayHead overlay={overlay} />}
      <LifecycleDiagram
        key={lifecycle.id}
        lifecycle={lifecycle}
        lit={litStages(state, index)}
        onOpen={onOpen}
        handle={handle}
      />
    </section>
  );
}
