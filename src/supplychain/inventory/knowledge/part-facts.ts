import facts from '../../../catalog/parts.generated.json';
import type { PackedCore } from '../../../catalog/packed-core';
import type { AiLibraries } from '../../../catalog/schema/ai-library';
import type { ModelProvider } from '../../../catalog/schema/model-provider';

/** What ships of the parts of AI supply chains; `catalog:compile` has checked it. */
export const PART_FACTS = facts as unknown as {
  readonly partApis: PackedCore['apis'];
  readonly modelProviders: readonly ModelProvider[];
  readonly aiLibraries: readonly AiLibraries[];
};
