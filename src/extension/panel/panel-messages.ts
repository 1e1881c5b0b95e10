import * as v from 'valibot';
import type { FromPanel } from '../../protocol/panel';

const id = v.pipe(v.string(), v.maxLength(4096));

const fromPanelSchema: v.GenericSchema<unknown, FromPanel> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('openFinding'), id }),
  v.object({ type: v.literal('openLink'), url: id }),
  v.object({ type: v.literal('showFindings'), stage: id }),
  v.object({ type: v.literal('scan') }),
]);

/** A message of the panel; undefined when it is none of those that are known. */
export function parseFromPanel(message: unknown): FromPanel | undefined {
  const parsed = v.safeParse(fromPanelSchema, message);
  return parsed.success ? parsed.output : undefined;
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
