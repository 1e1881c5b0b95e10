import { env, window } from 'vscode';
import type { LensClient } from '../client/lens-client';
import type { FromPanel, PanelSnapshot, ToPanel } from '../../protocol/panel';
import { themeNow } from '../support/theme-now';
import { PanelPicture } from './panel-picture';
import { saveExport } from './save-export';

const HITS = 30;
const MESSAGE_MS = 5_000;

type Export = Extract<FromPanel, { type: 'export' }>;
type ExportLineage = Extract<FromPanel, { type: 'exportLineage' }>;
type ExportCrosswalk = Extract<FromPanel, { type: 'exportCrosswalk' }>;

export interface PanelRequestsInput {
  readonly client: Pick<LensClient, 'search' | 'exportLifecycle' | 'exportCrosswalk' | 'exportLineage'>;
  readonly findings: () => PanelSnapshot['findings'];
  readonly post: (message: ToPanel) => void;
}

/** What the panel asks of the server: searches, and the lifecycle, the lineage or a crosswalk as a file. */
export class PanelRequests {
  private readonly picture = new PanelPicture();

  constructor(private readonly input: PanelRequestsInput) {}

  /** Answers a message that is a request; false for any other. */
  take(message: FromPanel): boolean {
    switch (message.type) {
      case 'search':
        void this.search(message.query);
        return true;
      case 'export':
        void told(this.export(message));
        return true;
      case 'exportCrosswalk':
        void told(this.exportCrosswalk(message));
        return true;
      case 'exportLineage':
        void told(this.exportLineage(message));
        return true;
      case 'picture':
        this.picture.receive(message);
        return true;
      default:
        return false;
    }
  }

  private async search(query: string): Promise<void> {
    const { client, post } = this.input;
    // A server that is restarting finds nothing; the box says so, a message would interrupt the typing.
    const hits = await client.search(query, HITS).catch(() => []);
    post({ type: 'found', query, hits });
  }

  private async export({ format, lifecycle, overlay }: Export): Promise<void> {
    const counts = Object.entries(this.input.findings()).map(([stage, { total }]) => [stage, total] as const);
    const text = await this.input.client.exportLifecycle({
      lifecycle,
      ...(overlay === undefined ? {} : { overlay }),
      format: format === 'png' ? 'svg' : format,
      theme: themeNow(),
      findings: Object.fromEntries(counts),
    });
    const name = overlay === undefined ? lifecycle : `${lifecycle}-${overlay.replace(/[^\w.-]+/gu, '-')}`;
    await this.handOver(name, format, text);
  }

  private async exportLineage({ format }: ExportLineage): Promise<void> {
    const text = await this.input.client.exportLineage({
      format: format === 'mermaid' ? format : 'svg',
      theme: themeNow(),
    });
    await this.handOver('lineage', format, text);
  }

  /** @param text of a PNG the drawing that it is made of */
  private async handOver(name: string, format: Export['format'], text: string): Promise<void> {
    if (format === 'mermaid') {
      await env.clipboard.writeText(text);
      window.setStatusBarMessage('$(check) MLSecOps: Mermaid diagram copied', MESSAGE_MS);
    } else if (format === 'png') {
      await saveExport(name, 'png', await this.picture.draw(text, this.input.post));
    } else {
      await saveExport(name, format, text);
    }
  }

  private async exportCrosswalk({ rows, columns, format }: ExportCrosswalk): Promise<void> {
    const text = await this.input.client.exportCrosswalk({ rows, columns, format });
    await saveExport(`${rows}-${columns}`, format === 'csv' ? 'csv' : 'md', text);
  }
}

/** Tells the user why what they asked for did not work. */
async function told(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    void window.showErrorMessage(`MLSecOps: ${error instanceof Error ? error.message : String(error)}`);
  }
}
