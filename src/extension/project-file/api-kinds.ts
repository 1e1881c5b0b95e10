import { apiSchema, type ApiKind } from '../../catalog/schema/api';

/** The kinds of function a project can describe, as the schema lists them. */
export const API_KINDS: readonly ApiKind[] = apiSchema.options.map((option) => option.entries.is.literal);
