import type { LineagePlace } from './lineage-input';

/** What stands above the columns of a place. */
export const LANE_TITLES: Readonly<Record<LineagePlace, string>> = {
  source: 'Starts from',
  training: 'Training',
  model: 'Models',
  service: 'Services and agents',
};
