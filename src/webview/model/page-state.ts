import * as v from 'valibot';

/** The parts of a file that are shown one at a time, in the order of their tabs. */
export const TABS = ['overview', 'contents', 'tensors', 'imports', 'opcodes', 'texts'] as const;
export type Tab = (typeof TABS)[number];

/** What the user looks at; kept by the webview so that it survives a reload. Never data. */
const stateSchema = v.object({
  tab: v.picklist(TABS),
  /** Text that names of tensors and metadata have to hold. */
  filter: v.pipe(v.string(), v.maxLength(200)),
  pickle: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export type PageState = v.InferOutput<typeof stateSchema>;

export const FIRST_STATE: PageState = { tab: 'overview', filter: '', pickle: 0 };

/** What was kept; the first state when it is nothing of ours. */
export function restoredState(kept: unknown): PageState {
  const parsed = v.safeParse(stateSchema, kept);
  return parsed.success ? parsed.output : FIRST_STATE;
}
