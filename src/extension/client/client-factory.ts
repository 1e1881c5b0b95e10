import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** Also the section under which the client looks for `trace.server`. */
export const CLIENT_ID = 'mlsecops';
export const CLIENT_NAME = 'MLSecOps Lens';

/** A client whose server is not started yet, and what ends the server's own process or worker for good. */
export interface CreatedClient {
  readonly client: BaseLanguageClient;
  dispose(): void;
}

/** What differs between the desktop and the web: where the server runs and how it is reached. */
export interface ClientEnvironment {
  readonly createClient: (options: LanguageClientOptions) => Promise<CreatedClient>;
  /** False where the server has no file system and asks this extension for files. */
  readonly serverReadsFiles: boolean;
}
