import type { LineageEdge } from '../../inventory/inventory';
import type { Part } from '../../inventory/part';

/** A part with what a bill says of it beyond itself. */
export interface BomPart {
  readonly part: Part;
  /** Edges of the lineage that lead away from it. */
  readonly edges: readonly LineageEdge[];
  readonly hash: string | undefined;
  /** Finds the parts that edges lead to. */
  readonly partOf: (id: string) => Part | undefined;
}
