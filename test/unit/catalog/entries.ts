/** The smallest entries that pass their schemas, for tests that change one thing. */
const common = (id: string): Record<string, unknown> => ({
  id,
  title: `Title of ${id}`,
  summary: 'A sentence.',
  source: 'own',
  status: 'synthesis',
});

export function control(id: string, stages: string[] = []): Record<string, unknown> {
  return { ...common(id), stages };
}

export function risk(id: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...common(id), framework: 'List', edition: '2026', label: id, ...more };
}

export function stage(id: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...common(id),
    lifecycle: 'loop',
    number: 1,
    shortTitle: 'Short',
    domain: 'Domain',
    artifacts: [],
    checks: [],
    roles: { lead: [] },
    risks: [],
    controls: [],
    tools: [],
    guidance: [],
    signals: {},
    ...more,
  };
}

export function lifecycle(stages: string[], more: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...common('loop'), stages, flows: [], ...more };
}

/** What the other entries refer to: their source, and the framework of risks such as `list:R1`. */
export const BASE = {
  sources: [{ id: 'own', title: 'Our own', summary: 'A sentence.' }],
  frameworks: [
    {
      ...common('list'),
      edition: '2026',
      publisher: 'Somebody',
      members: 'risks',
      memberName: 'risks',
    },
  ],
};
