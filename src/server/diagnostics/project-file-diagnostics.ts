import { DiagnosticSeverity, type Connection } from 'vscode-languageserver';
import { PROJECT_FILE } from '../../analysis/configuration/parse-project-file';
import { joinPath } from '../../workspace/path';
import { send } from '../connection/send';
import { DIAGNOSTIC_SOURCE } from '../connection/server-capabilities';
import { parseUri, uriOfPath } from '../files/uri-path';
import type { Project } from '../projects/project';

/** Shows what is wrong in each `.mlsecops.yaml`, and takes it back when it is put right. Sent to every client: none asks for it. */
export class ProjectFileDiagnostics {
  private shown = new Set<string>();

  constructor(private readonly connection: Connection) {}

  update(projects: readonly Project[]): void {
    const now = new Set<string>();
    for (const { place, projectFile } of projects) {
      const folder = parseUri(place.uri ?? '');
      if (!folder || projectFile.problems.length === 0) continue;
      const uri = uriOfPath(folder, joinPath(place.path, PROJECT_FILE));
      now.add(uri);
      const diagnostics = projectFile.problems.map(({ message, range }) => ({
        message,
        range,
        severity: DiagnosticSeverity.Warning,
        source: DIAGNOSTIC_SOURCE,
        code: 'configuration',
      }));
      send(this.connection.sendDiagnostics({ uri, diagnostics }), this.connection);
    }
    for (const uri of this.shown) {
      if (!now.has(uri)) send(this.connection.sendDiagnostics({ uri, diagnostics: [] }), this.connection);
    }
    this.shown = now;
  }
}
