/** What enters a lifecycle from outside. */
export const ASSETS = ['data', 'model', 'code', 'tool', 'configuration', 'platform'] as const;
