import { env, window } from 'vscode';
import type { LensClient } from '../client/lens-client';
import type { FindingsStore } from '../findings/findings-store';
import { saveExport } from '../panel/save-export';
import { themeNow } from '../support/theme-now';
import type { ChosenLifecycle } from './chosen-lifecycle';
import { countByStage } from './findings-by-stage';

export interface ExportInput {
  readonly client: LensClient;
  readonly chosen: ChosenLifecycle;
  readonly store: FindingsStore;
}

const FORMATS = [
  { label: 'HTML page', detail: 'Everything on one page that works offline and prints', format: 'html' },
  { label: 'SVG drawing', detail: 'The lifecycle with the findings of this workspace', format: 'svg' },
  { label: 'Mermaid block', detail: 'For a README; copied to the clipboard', format: 'mermaid' },
  { label: 'JSON', detail: 'Stages, flows and what is mapped onto them', format: 'json' },
] as const;

/** Asks for a format and writes the lifecycle that the views show. */
export async function exportLifecycle({ client, chosen, store }: ExportInput): Promise<void> {
  await client.start();
  const lifecycle = chosen.in(client.catalog);
  if (!lifecycle || !client.catalog) throw new Error('The catalog is not known yet.');
  const choice = await window.showQuickPick(FORMATS, { title: `Export the ${lifecycle.title}` });
  if (!choice) return;
  const text = await client.exportLifecycle({
    lifecycle: lifecycle.id,
    format: choice.format,
    theme: themeNow(),
    findings: countByStage(store.all(), client.catalog),
  });
  if (choice.format === 'mermaid') {
    await env.clipboard.writeText(text);
    window.setStatusBarMessage('$(check) MLSecOps: Mermaid diagram copied', 5000);
  } else {
    await saveExport(lifecycle.id, choice.format, text);
  }
}
