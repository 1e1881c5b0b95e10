import { DiagnosticSeverity, type Connection } from 'vscode-languageserver';
import { PROJECT_FILE } from '../../analysis/configuration/parse-project-file';
import { joinPath } from '../../workspace/path';
import { send } from '../connection/send';
import { DIAGNOSTIC_SOURCE } from '../connection/server-capabilities';
import { parseUri, uriOfPath } from '../files/uri-path';
import type { ProjectPlace } from '../projects/project-place';
import type { PlacedProblem } from '../projects/read-project-file';

/** Everything wrong in the project file of one folder. */
export interface ProjectFileReport {
  readonly place: ProjectPlace;
  readonly problems: readonly PlacedProblem[];
}

/** Shows what is wrong in each `.mlsecops.yaml`, and takes it back when it is put right. Sent to every client: none asks for it. */
export class ProjectFileDiagnostics {
  private shown = new Set<string>();

  constructor(private readonly connection: Connection) {}

  update(reports: readonly ProjectFileReport[]): void {
    const now = new Set<string>();
    for (const { place, problems } of reports) {
      const folder = parseUri(place.uri ?? '');
      if (!folder || problems.length === 0) continue;
      const uri = uriOfPath(folder, joinPath(place.path, PROJECT_FILE));
      now.add(uri);
      const diagnostics = problems.map(({ message, range }) => ({
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
