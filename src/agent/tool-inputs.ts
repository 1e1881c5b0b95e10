import * as v from 'valibot';
import { DEFAULT_LIMIT, MAX_LIMIT } from './write-answer';

/** A path of the workspace. */
export const pathInput = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(4_096),
  v.description('Relative to the root of the workspace, or absolute.'),
);

export const limitInput = v.optional(
  v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1),
    v.maxValue(MAX_LIMIT),
    v.description(`How many items to give at most; ${DEFAULT_LIMIT} when left out.`),
  ),
);

/** An id or a label of the catalog. */
export const idInput = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
