import type { Connection } from 'vscode-languageserver';
import { LANGUAGES_SCRIPT_METHOD } from '../protocol/messages';
import type { FurtherLanguages } from '../source/front-ends';
import { workerScript } from './worker-script';

/** The front ends of all languages but Python, in a web worker. @throws Error as {@link workerScript} */
export function loadLanguagesScript(connection: Connection): Promise<FurtherLanguages> {
  const scope = globalThis as { mlsecopsLanguages?: FurtherLanguages };
  return workerScript(connection, LANGUAGES_SCRIPT_METHOD, () => scope.mlsecopsLanguages);
}
