import { homedir, platform } from 'node:os';
import { join } from 'node:path';

const NAME = 'mlsecops-lens';

/**
 * Where caches belong on this system: `XDG_CACHE_HOME` (https://specifications.freedesktop.org/basedir-spec/latest/),
 * `~/Library/Caches` on macOS, `LOCALAPPDATA` on Windows.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: localData } = environment;
  if (platform() === 'win32') return join(localData ?? join(homedir(), 'AppData', 'Local'), NAME, 'Cache');
  if (xdg) return join(xdg, NAME);
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Caches', NAME);
  return join(homedir(), '.cache', NAME);
}
