import * as v from 'valibot';
import { OPENNESS, type Part } from '../../supplychain/inventory/part';
import { PART_KINDS } from '../../supplychain/inventory/part-kind';
import { InProcessAnalyzer } from '../../workspace/file-analysis/in-process-analyzer';
import { survey } from '../../workspace/survey/survey';
import type { AgentTool } from '../agent-tool';
import { projectConfiguration } from '../project-configuration';
import { limitInput } from '../tool-inputs';

const input = v.strictObject({
  kinds: v.optional(
    v.pipe(v.array(v.picklist(PART_KINDS)), v.description('Give only parts of these kinds.')),
  ),
  openness: v.optional(v.pipe(v.picklist(OPENNESS), v.description('Give only parts that are this open.'))),
  name: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(200),
      v.description('Give only parts with this text in their name, in any case.'),
    ),
  ),
  limit: limitInput,
});

/** Places of one part that are given. */
const MAX_USES = 5;

/** `inventory`: the parts of the AI supply chain that the workspace uses. */
export const inventoryTool: AgentTool<typeof input> = {
  name: 'inventory',
  title: 'List the AI supply chain',
  description:
    'Lists what the workspace stands on: models, adapters, tokenizers, hosted models, datasets, vector stores, prompts, agents, tools, MCP servers, AI libraries, ' +
    'evaluations, images. For each: where it is used, whether it is open or closed, pinned, signed and scanned, with the reason. What is not known is said to be unknown.',
  input,
  async run({ kinds, openness, name, limit }, workspace, signal) {
    const { configuration, problems } = await projectConfiguration(workspace);
    const { inventory, summary } = await survey({
      fileSystem: workspace.files,
      root: workspace.root,
      configuration,
      analyzer: new InProcessAnalyzer(workspace.files),
      signal,
      known: await workspace.known(),
    });
    const wanted = name?.toLowerCase();
    const parts = inventory.parts.filter(
      (part) =>
        (kinds === undefined || kinds.includes(part.kind)) &&
        (openness === undefined || part.openness.value === openness) &&
        (wanted === undefined || part.name.toLowerCase().includes(wanted)),
    );
    const ids = new Set(parts.map(({ id }) => id));
    const lineage = inventory.lineage.filter(({ from, to }) => ids.has(from) || ids.has(to));
    return {
      about: { files: summary.files, count: parts.length, ...(summary.cancelled ? { cancelled: true } : {}) },
      lists: {
        parts: parts.map(described),
        lineage: lineage.map(({ from, join, to }) => ({ from, join, to })),
        problems: [...problems, ...summary.problems.map(({ path, message }) => ({ path, message }))],
      },
      ...(limit === undefined ? {} : { limit }),
    };
  },
};

function described({ uses, said, ...part }: Part): object {
  return {
    ...part,
    ...(Object.keys(said).length > 0 ? { said } : {}),
    uses: uses
      .slice(0, MAX_USES)
      .map(({ path, location, via }) => ({ path, line: location.start.line + 1, via })),
    ...(uses.length > MAX_USES ? { moreUses: uses.length - MAX_USES } : {}),
  };
}
