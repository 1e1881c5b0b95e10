import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Rule } from '../../analysis/rule';
import type { CoreCatalog } from '../../catalog/core';
import type { FileSystem } from '../../workspace/file-system';
import { relativePath } from '../../workspace/path';
import { ClientFileSystem } from '../files/client-file-system';
import { parseUri, pathOfUri } from '../files/uri-path';
import type { ServerHost } from '../host';
import { DEFAULT_SETTINGS } from '../settings/settings-schema';
import type { SettingsSource } from '../settings/settings-source';
import { Project } from './project';
import type { ProjectPlace } from './project-place';
import { NO_PROJECT_FILE, readProjectFile } from './read-project-file';

export interface ProjectsOptions {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly catalog: CoreCatalog;
  readonly rules: readonly Rule[];
  readonly settings: SettingsSource;
  /** True when the client shall be asked for files although the host has some. */
  readonly clientFileSystem: boolean;
}

/** A file and the project it belongs to. */
export interface LocatedFile {
  readonly project: Project;
  /** Relative to the project's folder; the file's name when it lies in none. */
  readonly path: string;
}

/** The projects of the workspace, one a folder, and one for all other files. */
export class Projects {
  private folders: readonly Project[] = [];
  private others: Project;
  private settingsProblems: readonly string[] = [];
  private loading: Promise<void> = Promise.resolve();

  constructor(private readonly options: ProjectsOptions) {
    const nowhere: ProjectPlace = { uri: undefined, path: '/', files: this.filesFor(undefined) };
    this.others = this.make(nowhere, DEFAULT_SETTINGS);
  }

  /** Folders in the order the client gave them. */
  all(): readonly Project[] {
    return this.folders;
  }

  /** Settings that could not be used, one line each. */
  problems(): readonly string[] {
    return this.settingsProblems;
  }

  /** Resolves when no configuration is being read any more. */
  ready(): Promise<void> {
    return this.loading;
  }

  /** The project of a file: that of the innermost folder around it. */
  locate(uriText: string): LocatedFile {
    const uri = parseUri(uriText);
    const path = uri ? pathOfUri(uri) : uriText;
    let found: LocatedFile | undefined;
    for (const project of this.folders) {
      if (!uri || !project.place.uri || !sameHost(uri, project.place.uri)) continue;
      const relative = relativePath(project.place.path, path);
      if (relative && (!found || relative.length < found.path.length)) found = { project, path: relative };
    }
    return found ?? { project: this.others, path: path.slice(path.lastIndexOf('/') + 1) };
  }

  /** Sets the workspace's folders and reads the configuration of all. */
  setFolders(uris: readonly string[]): Promise<void> {
    const places = uris.flatMap((text): ProjectPlace[] => {
      const uri = parseUri(text);
      if (!uri) return [];
      const path = pathOfUri(uri).replace(/(?<=.)\/$/u, '');
      return [{ uri: text, path, files: this.filesFor(uri) }];
    });
    return this.load(places);
  }

  private load(places: readonly ProjectPlace[]): Promise<void> {
    // One after the other: what was asked for last is what holds at the end.
    this.loading = this.loading
      .then(() => this.loadNow(places))
      .catch((error: unknown) => {
        this.options.connection.console.error(`The configuration could not be loaded: ${String(error)}`);
      });
    return this.loading;
  }

  private async loadNow(places: readonly ProjectPlace[]): Promise<void> {
    const { settings, rules } = this.options;
    const problems = new Set<string>();
    const own = await settings.of(undefined);
    for (const problem of own.problems) problems.add(problem);
    const folders = await Promise.all(
      places.map(async (place) => {
        const [read, file] = await Promise.all([
          settings.of(place.uri),
          readProjectFile(place.files, place.path, rules),
        ]);
        for (const problem of read.problems) problems.add(problem);
        return this.make(place, read.settings, file);
      }),
    );
    this.others = this.make(this.others.place, own.settings);
    this.folders = folders;
    this.settingsProblems = [...problems];
  }

  private make(place: ProjectPlace, settings: Project['settings'], file = NO_PROJECT_FILE): Project {
    return new Project(place, settings, file, this.options.catalog, this.options.rules);
  }

  private filesFor(uri: URI | undefined): FileSystem {
    const { host, connection, clientFileSystem } = this.options;
    const own = host.fileSystem;
    if (own && !clientFileSystem && (uri === undefined || uri.scheme === 'file')) return own;
    return new ClientFileSystem(connection, uri ?? URI.file('/'));
  }
}

function sameHost(uri: URI, folder: string): boolean {
  const other = parseUri(folder);
  // Cells and unsaved files have schemes of their own, but the path of the folder they belong to.
  return other !== undefined && (uri.scheme !== other.scheme || uri.authority === other.authority);
}
