import { ColorThemeKind, env, window } from 'vscode';
import type { LensClient } from '../client/lens-client';
import type { FromPanel, PanelSnapshot, ToPanel } from '../../protocol/panel';
import { PanelPicture } from './panel-picture';
import { saveExport } from './save-export';

const HITS = 30;
const MESSAGE_MS = 5_000;

type Export = Extract<FromPanel, { type: 'export' }>;
type ExportCrosswalk = Extract<FromPanel, { type: 'exportCrosswalk' }>;

export interface PanelRequestsInput {
  readonly client: Pick<LensClient, 'search' | 'exportLifecycle' | 'exportCrosswalk'>;
  readonly findings: () => PanelSnapshot['findings'];
  readonly post: (message: ToPanel) => void;
}

/** What the panel asks of the server: searches, and the lifecycle or a crosswalk as a file. */
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
      theme: isLight(window.activeColorTheme.kind) ? 'light' : 'dark',
      findings: Object.fromEntries(counts),
    });
    const name = overlay === undefined ? lifecycle : `${lifecycle}-${overlay.replace(/[^\w.-]+/gu, '-')}`;
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

function isLight(kind: ColorThemeKind): boolean {
  return kind === ColorThemeKind.Light || kind === ColorThemeKind.HighContrastLight;
}

/** Tells the user why what they asked for did not work. */
async function told(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    void window.showErrorMessage(`MLSecOps: ${error instanceof Error ? error.message : String(error)}`);
  }
}
