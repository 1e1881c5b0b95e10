import type { BomPart } from './bom-parts';

/** The part of a model card of CycloneDX that cards and configuration of a workspace can fill. */
export interface ModelCard {
  readonly modelParameters: {
    readonly task?: string;
    readonly datasets?: readonly ModelDataset[];
  };
}

/** A dataset that is a component of the same bill, or one of which only the name is known. */
type ModelDataset = { readonly ref: string } | { readonly type: 'dataset'; readonly name: string };

/** What is said of a model; undefined where nothing is. */
export function modelCard({ part, edges, partOf }: BomPart): ModelCard | undefined {
  const datasets = datasetsOf({ part, edges, partOf });
  const { task } = part.said;
  if (task === undefined && datasets.length === 0) return undefined;
  return {
    modelParameters: {
      ...(task === undefined ? {} : { task }),
      ...(datasets.length === 0 ? {} : { datasets }),
    },
  };
}

function datasetsOf({
  part,
  edges,
  partOf,
}: Pick<BomPart, 'part' | 'edges' | 'partOf'>): readonly ModelDataset[] {
  const refs = new Set(edges.filter(({ join }) => join === 'trained-on').map(({ to }) => to));
  const named = new Set([...refs].map((id) => partOf(id)?.name));
  const said = [...new Set(part.said.datasets ?? [])].filter((name) => name !== '' && !named.has(name));
  return [...[...refs].map((ref) => ({ ref })), ...said.map((name) => ({ type: 'dataset' as const, name }))];
}
