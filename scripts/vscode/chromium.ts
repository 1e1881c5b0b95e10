import { findProgram } from '../process/find-program';
import { run } from '../process/run';

/** Flags for a browser that runs as root in a container without a GPU and must reach nothing outside. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;

/**
 * The browser that drives the editor in tests. Where none is installed, Debian's package is, if we may.
 *
 * @throws Error when there is none and it cannot be installed
 */
export async function chromium(): Promise<string> {
  const there = process.env['CHROMIUM'] ?? findProgram(...PROGRAMS);
  if (there) return there;
  if (process.getuid?.() !== 0 || !findProgram('apt-get')) {
    throw new Error(
      'Chromium is needed for the tests in a real editor: install it, or set CHROMIUM to its path.',
    );
  }
  console.log('Installing Chromium from the system packages ...');
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  const installed = findProgram(...PROGRAMS);
  if (!installed) throw new Error('Chromium was installed but is not on the path.');
  return installed;
}
