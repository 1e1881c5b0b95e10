/** What a lifecycle can be taken away as. */
export const LIFECYCLE_FORMATS = ['svg', 'html', 'mermaid', 'json'] as const;

export type LifecycleFormat = (typeof LIFECYCLE_FORMATS)[number];
