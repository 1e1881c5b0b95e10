import { isSideCode } from '../../analysis/side-code';
import { PROJECT_TRAITS, type ProjectTrait } from '../../catalog/project-traits';
import { traitOfSign } from '../evidence/trait-sign';
import type { PlacedObservation } from '../evidence/workspace-evidence';
import type { Inventory } from '../inventory/inventory';
import type { Part } from '../inventory/part';
import type { PartKind } from '../inventory/part-kind';

/** What parts of a kind mean a project has, besides `ai`. */
const OF_KINDS: Partial<Record<PartKind, readonly ProjectTrait[]>> = {
  dataset: ['datasets'],
  'vector-store': ['llm'],
  'hosted-model': ['hosted-models', 'llm'],
  prompt: ['llm'],
  agent: ['agents', 'llm'],
  tool: ['agents', 'llm'],
  'mcp-server': ['mcp-servers', 'agents', 'llm'],
};

/** What evidence can only show where the project has it. */
const OF_EVIDENCE: Readonly<Record<string, readonly ProjectTrait[]>> = {
  'EV-DATACARD': ['datasets'],
  'EV-DATAVERSION': ['datasets'],
  'EV-DATA-PIN': ['datasets'],
  'EV-DATAVALID': ['datasets'],
  'EV-DATA-SIGN': ['datasets'],
  'EV-DATA-PROV': ['datasets'],
  'EV-DOCKERFILE': ['images', 'operation'],
  'EV-DEPLOY': ['operation'],
  'EV-MODELCARD': ['models'],
  'EV-MODELSCAN': ['models'],
  'EV-OMS-SIGN': ['models'],
  'EV-OMS-VERIFY': ['models'],
  'EV-SAFEFORMAT': ['models'],
  'EV-REPRO': ['training'],
  'EV-REDTEAM': ['llm'],
  'EV-GUARDRAIL': ['llm'],
  'EV-PROMPTS-AS-CODE': ['llm'],
  'EV-MCP-PIN': ['mcp-servers', 'agents', 'llm'],
  'EV-TOOL-ALLOWLIST': ['agents', 'llm'],
  'EV-HITL': ['agents', 'llm'],
};

/** What else a trait brings with it. */
const IMPLIED: Partial<Record<ProjectTrait, readonly ProjectTrait[]>> = {
  models: ['ai'],
  'hub-models': ['models', 'ai'],
  datasets: ['ai'],
  training: ['models', 'ai'],
  'hosted-models': ['llm', 'ai'],
  llm: ['ai'],
  agents: ['llm', 'ai'],
  'mcp-servers': ['agents', 'llm', 'ai'],
  images: ['operation'],
  service: ['operation'],
};

/** What a project has. Tests, documentation and examples say nothing of that. In the order of {@link PROJECT_TRAITS}. */
export function projectTraitsOf(
  inventory: Inventory,
  observations: readonly PlacedObservation[],
): readonly ProjectTrait[] {
  const found = new Set<ProjectTrait>();
  const add = (traits: readonly ProjectTrait[]): void => {
    for (const trait of traits) for (const one of [trait, ...(IMPLIED[trait] ?? [])]) found.add(one);
  };
  for (const part of inventory.parts) if (part.uses.some(({ path }) => !isSideCode(path))) add(ofPart(part));
  for (const { evidence, path } of observations) {
    if (isSideCode(path)) continue;
    const trait = traitOfSign(evidence);
    add(trait ? [trait] : (OF_EVIDENCE[evidence] ?? []));
  }
  return PROJECT_TRAITS.filter((trait) => found.has(trait));
}

function ofPart(part: Part): readonly ProjectTrait[] {
  const traits: ProjectTrait[] = ['ai', ...(OF_KINDS[part.kind] ?? [])];
  if (part.kind !== 'model' && part.kind !== 'adapter' && part.kind !== 'embedding-model') return traits;
  if (part.openness.value === 'closed-service') return [...traits, 'hosted-models'];
  return [...traits, 'models', ...(isFromHub(part) ? (['hub-models'] as const) : [])];
}

/** Whether a part is fetched from a hub; those of the workspace lie in it already. */
export function isFromHub({ origin, pinning, openness }: Part): boolean {
  return (
    origin !== 'local' &&
    origin !== 'unknown' &&
    pinning.value !== 'own' &&
    openness.value !== 'closed-service'
  );
}
