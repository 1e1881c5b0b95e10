import type { Guide } from '../../catalog/catalog';
import type { WorkspacePart } from '../workspace-part';
import type { Relations } from '../../catalog/relations';

/** What this workspace adds to an overlay. */
export interface WorkspaceFindings {
  /** Number of findings by risk and stage. */
  readonly findingsByRisk: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Parts of the supply chain; undefined until a scan has told of them. */
  readonly parts?: readonly WorkspacePart[];
}

/** What overlays are made from. */
export interface OverlayContext {
  readonly guide: Guide;
  readonly relations: Relations;
  readonly workspace?: WorkspaceFindings | undefined;
}
