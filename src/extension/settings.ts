import { workspace } from 'vscode';
import type { Settings } from '../protocol/messages';
import { SETTINGS, SETTINGS_SECTION } from './names/settings';

/** What the server gets at start. It checks every value again and asks for later ones itself. */
export function serverSettings(): Partial<Settings> {
  const section = workspace.getConfiguration(SETTINGS_SECTION);
  const settings: Record<string, unknown> = {};
  for (const name of [
    SETTINGS.enable,
    SETTINGS.preset,
    SETTINGS.testCode,
    SETTINGS.rules,
    SETTINGS.exclude,
  ]) {
    const value: unknown = section.get(name);
    if (value !== undefined) settings[name] = plain(value);
  }
  return settings;
}

/** Whether a lifecycle panel turns to the stage of the file in front until its user chooses. */
export function panelFollowsEditor(): boolean {
  return workspace.getConfiguration(SETTINGS_SECTION).get(SETTINGS.followEditor, true);
}

/** Objects of the configuration are proxies, which cannot be sent to a web worker. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
