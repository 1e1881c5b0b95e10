import type { Source } from '../schema/framework';

/** Where entries come from that a project file adds and that name no other source. */
export const TEAM_SOURCE: Source = {
  id: 'team',
  title: 'Your own catalog',
  summary: 'What the project files (.mlsecops.yaml) of this workspace add to the catalog.',
};
