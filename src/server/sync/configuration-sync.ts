import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import * as v from 'valibot';
import { PROJECT_FILE } from '../../analysis/configuration/parse-project-file';
import { isManifest } from '../../workspace/packages/manifest-kind';
import { baseName } from '../../workspace/path';
import type { Handlers } from '../connection/handlers';
import { changedConfiguration, changedFolders, watchedFiles } from '../connection/params';
import { uriKey } from '../files/uri-path';
import type { Session } from '../session';
import { MODEL_GLOBS, ModelChanges } from './model-changes';
import { takeOutputs } from './notebook-sync';

/** Keeps configuration in step with settings, folders and the files it is read from. */
export function registerConfigurationSync(handlers: Handlers, session: () => Session): void {
  let models: ModelChanges | undefined;
  const modelChanges = (): ModelChanges =>
    (models ??= new ModelChanges(session().host, (uris) => {
      void session()
        .scan.refresh(uris)
        .catch(() => undefined);
    }));
  handlers.notification('initialized', v.any(), async () => {
    registerFolderSync(handlers, session);
    await session().configurationChanged(session().folders);
    await registerAtClient(session());
  });
  handlers.notification('workspace/didChangeConfiguration', changedConfiguration, async ({ settings }) => {
    session().settings.push(settings);
    await session().configurationChanged();
  });
  handlers.notification('workspace/didChangeWatchedFiles', watchedFiles, async ({ changes }) => {
    const names = changes.map(({ uri }) => baseName(uri));
    if (names.some((name) => name === PROJECT_FILE || isManifest(name))) {
      await session().configurationChanged();
    }
    const uris = modelChanges().take(changes.map(({ uri }) => uri));
    for (const uri of uris) {
      if (session().sources.notebooks.get(uri)) await takeOutputs(uri, session());
    }
    await session().scan.refresh(uris);
  });
}

/** Registered late: the library sets a handler of its own during `initialize`, and the last one set is the one called. */
function registerFolderSync(handlers: Handlers, session: () => Session): void {
  handlers.notification('workspace/didChangeWorkspaceFolders', changedFolders, async ({ event }) => {
    const removed = new Set(event.removed.map(({ uri }) => uriKey(uri)));
    const kept = session().folders.filter((uri) => !removed.has(uriKey(uri)));
    await session().configurationChanged([...kept, ...event.added.map(({ uri }) => uri)]);
  });
}

/** Asks to be told of changes, where the client lets servers ask. */
async function registerAtClient({ connection, features }: Session): Promise<void> {
  if (features.registersConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'mlsecops' });
  }
  if (features.watchesFiles) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [...WATCHED, ...MODEL_GLOBS].map((globPattern) => ({ globPattern })),
    });
  }
}

/** Names of manifests are looked at again when a change is reported; the others may say something of the supply chain. */
const WATCHED = [
  `**/${PROJECT_FILE}`,
  '**/*.{py,pyw,ipynb}',
  '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte}',
  '**/*.{yml,yaml,json,jsonc,toml,lock,md,cfg,rego,dvc}',
  '**/*{requirements,constraints}*.{txt,in}',
  '**/{Dockerfile,Containerfile}*',
  '**/{LICENSE,LICENCE,COPYING,CODEOWNERS,Pipfile,.gitignore,.env}*',
];
