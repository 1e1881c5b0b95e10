import { later } from '../later';

/** How overlays are made. */
export const OVERLAYS = later(() => import('../../../diagram/overlays'));
