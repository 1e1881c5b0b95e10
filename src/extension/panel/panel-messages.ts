import * as v from 'valibot';
import type { FromPanel } from '../../protocol/panel';

const id = v.pipe(v.string(), v.maxLength(4096));

/** Longest text of a picture that is taken: 48 MB of PNG. */
const LONGEST_PICTURE = 64 * 1024 * 1024;

const base64 = v.pipe(v.string(), v.maxLength(LONGEST_PICTURE), v.regex(/^[A-Za-z\d+/]*={0,2}$/u));

const fromPanelSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('openFinding'), id }),
  v.object({
    type: v.literal('openUse'),
    part: id,
    use: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.object({ type: v.literal('openLink'), url: id }),
  v.object({ type: v.literal('showFindings'), stage: id }),
  v.object({ type: v.literal('search'), query: v.pipe(v.string(), v.maxLength(200)) }),
  v.object({
    type: v.literal('export'),
    format: v.picklist(['svg', 'png', 'html', 'mermaid']),
    lifecycle: id,
    overlay: v.optional(id),
  }),
  v.object({
    type: v.literal('exportCrosswalk'),
    format: v.picklist(['csv', 'markdown']),
    rows: id,
    columns: id,
  }),
  v.object({ type: v.literal('exportLineage'), format: v.picklist(['svg', 'png', 'mermaid']) }),
  v.object({ type: v.literal('exportBom') }),
  v.object({ type: v.literal('picture'), png: v.optional(base64), problem: v.optional(id) }),
  v.object({ type: v.literal('scan') }),
]);

/** A message of the panel; undefined when it is none of those that are known. */
export function parseFromPanel(message: unknown): FromPanel | undefined {
  const parsed = v.safeParse(fromPanelSchema, message);
  // An optional entry that is absent stays absent, which is what the protocol's type says; valibot's own type is wider.
  return parsed.success ? (parsed.output as FromPanel) : undefined;
}

/** The address to open for a link of the panel; undefined for anything but `https`. */
export function safeLink(url: string): string | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return undefined;
  }
  const plain = parsed.protocol === 'https:' && parsed.username === '' && parsed.password === '';
  return plain ? parsed.href : undefined;
}
