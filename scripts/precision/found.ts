import * as v from 'valibot';

const findingSchema = v.object({
  rule: v.string(),
  severity: v.picklist(['error', 'warning', 'info']),
  path: v.string(),
  line: v.number(),
  excerpt: v.string(),
  message: v.string(),
});

const reportSchema = v.object({
  totals: v.object({ files: v.number(), analyzed: v.number() }),
  findings: v.array(findingSchema),
});

/** A finding as the command line's JSON report gives it, as far as a reader who judges it needs it. */
export type Found = v.InferOutput<typeof findingSchema>;

/** A report of the command line; @throws when the text is none. */
export function parseReport(text: string): v.InferOutput<typeof reportSchema> {
  return v.parse(reportSchema, JSON.parse(text));
}

/** The worst first. */
export const SEVERITIES: readonly Found['severity'][] = ['error', 'warning', 'info'];
