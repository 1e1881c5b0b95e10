import type { Handlers } from '../connection/handlers';
import { changeNotebook, ofNotebook, openNotebook } from '../connection/params';
import { readSavedOutputs } from '../documents/saved-outputs';
import { parseUri, pathOfUri } from '../files/uri-path';
import type { Session } from '../session';

/** Keeps the notebooks as the client has them, and their outputs as the files have them. */
export function registerNotebookSync(handlers: Handlers, session: () => Session): void {
  handlers.notification('notebookDocument/didOpen', openNotebook, async (params) => {
    session().sourceChanged(session().sources.notebooks.add(params), true);
    await takeOutputs(params.notebookDocument.uri, session());
  });
  handlers.notification('notebookDocument/didChange', changeNotebook, (params) => {
    session().sourceChanged(session().sources.notebooks.change(params), false);
  });
  handlers.notification('notebookDocument/didSave', ofNotebook, ({ notebookDocument }) =>
    takeOutputs(notebookDocument.uri, session()),
  );
  handlers.notification('notebookDocument/didClose', ofNotebook, ({ notebookDocument }) => {
    const closed = session().sources.notebooks.remove(notebookDocument.uri);
    if (closed) session().sourceClosed(closed);
  });
}

/** Reads the outputs of an open notebook from its file; a notebook that was never saved has none. */
export async function takeOutputs(uri: string, session: Session): Promise<void> {
  const parsed = parseUri(uri);
  if (!parsed || parsed.scheme === 'untitled') return;
  await session.projects.ready();
  const { files } = session.projects.locate(uri).project.place;
  try {
    const outputs = await readSavedOutputs(files, pathOfUri(parsed));
    const known = session.sources.notebooks.get(uri);
    if (!known || (known.outputs.size === 0 && outputs.size === 0)) return;
    const source = session.sources.notebooks.setOutputs(uri, outputs);
    if (source) session.sourceChanged(source, true);
  } catch (error) {
    session.connection.console.info(`The outputs of ${uri} could not be read: ${String(error)}`);
  }
}
