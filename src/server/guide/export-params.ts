import * as v from 'valibot';
import { LIFECYCLE_FORMATS } from '../../report/lifecycle/lifecycle-formats';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const exportLifecycleParams = v.object({
  lifecycle: id,
  overlay: v.optional(id),
  format: v.picklist(LIFECYCLE_FORMATS),
  theme: v.optional(v.picklist(['light', 'dark'])),
  findings: v.optional(v.record(v.string(), count)),
});

export const exportCrosswalkParams = v.object({
  rows: id,
  columns: id,
  format: v.picklist(['csv', 'markdown']),
});
