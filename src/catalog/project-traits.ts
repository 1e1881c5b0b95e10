/**
 * What a project has, as far as the workspace shows it. Evidence is asked only of projects that have what it is about: nobody needs a
 * data card without data.
 */
export const PROJECT_TRAITS = [
  /** Any part of the AI supply chain. */
  'ai',
  /** Models, adapters, embedding models: weights that somebody loads. */
  'models',
  /** Models of this list that come from a hub. */
  'hub-models',
  'datasets',
  /** Something is trained or fine-tuned here. */
  'training',
  /** Models that are asked over the network. */
  'hosted-models',
  /** Language models, prompts, agents, or what they are made with. */
  'llm',
  /** Agents and the tools given to them. */
  'agents',
  'mcp-servers',
  /** Workflows of GitHub, which name actions. */
  'workflows',
  /** Container images that are built here. */
  'images',
  /** Something here answers requests. */
  'service',
  /** A service, an image or a deployment: something that somebody runs. */
  'operation',
] as const;

export type ProjectTrait = (typeof PROJECT_TRAITS)[number];
