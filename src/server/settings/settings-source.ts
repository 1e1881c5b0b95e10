import type { Connection } from 'vscode-languageserver';
import type { ClientFeatures } from '../connection/client-features';
import { readSettings, type ReadSettings } from './settings-schema';

const SECTION = 'mlsecops';

/** Where settings come from: asked of the client for each folder, or taken as it sends them. */
export class SettingsSource {
  constructor(
    private readonly connection: Connection,
    private readonly features: ClientFeatures,
    private pushed: unknown,
  ) {}

  /** Takes settings that came with `workspace/didChangeConfiguration`; clients wrap them in their section or not. */
  push(settings: unknown): void {
    if (typeof settings !== 'object' || settings === null) return;
    this.pushed = SECTION in settings ? (settings as Record<string, unknown>)[SECTION] : settings;
  }

  /** The settings for a folder, or those for files in no folder. */
  async of(folder: string | undefined): Promise<ReadSettings> {
    if (!this.features.pullsConfiguration) return readSettings(this.pushed);
    try {
      const section: unknown = await this.connection.workspace.getConfiguration({
        section: SECTION,
        ...(folder === undefined ? {} : { scopeUri: folder }),
      });
      return readSettings(section ?? this.pushed);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.connection.console.warn(`The settings could not be asked for: ${reason}`);
      return readSettings(this.pushed);
    }
  }
}
