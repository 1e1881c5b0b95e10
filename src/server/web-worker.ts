import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { SYSTEM_TIME } from './host';
import { startServer } from './start-server';
import { loadBomScript } from './worker-bom';
import { loadExportsScript } from './worker-exports';
import { loadInspectorScript } from './worker-inspector';
import { loadLanguagesScript } from './worker-languages';

// Entry point in a web worker: files come from the client.
startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  ...SYSTEM_TIME,
  fileSystem: undefined,
  readCatalog: undefined,
  loadExports: loadExportsScript,
  loadLanguages: loadLanguagesScript,
  loadInspector: loadInspectorScript,
  loadBom: loadBomScript,
});
