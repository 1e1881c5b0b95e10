import { PROJECT_FILE } from '../../analysis/configuration/parse-project-file';
import type { Handlers } from '../connection/handlers';
import { changeDocument, ofDocument, openDocument } from '../connection/params';
import type { Session } from '../session';

/** Keeps the text documents as the client has them. */
export function registerTextSync(handlers: Handlers, session: () => Session): void {
  handlers.notification('textDocument/didOpen', openDocument, ({ textDocument }) => {
    session().sourceChanged(session().sources.texts.add(textDocument), true);
  });
  handlers.notification('textDocument/didChange', changeDocument, ({ textDocument, contentChanges }) => {
    const { uri, version } = textDocument;
    session().sourceChanged(session().sources.texts.change(uri, version, contentChanges), false);
  });
  handlers.notification('textDocument/didClose', ofDocument, ({ textDocument }) => {
    const closed = session().sources.texts.remove(textDocument.uri);
    if (closed) session().sourceClosed(closed);
  });
  handlers.notification('textDocument/didSave', ofDocument, async ({ textDocument }) => {
    session().links.schedule();
    // Clients that watch no files tell of a changed project file only like this.
    if (textDocument.uri.endsWith(`/${PROJECT_FILE}`) && !session().features.watchesFiles) {
      await session().configurationChanged();
    }
  });
}
