import type { Connection } from 'vscode-languageserver';
import { CATALOG_CHANGED_METHOD } from '../../protocol/messages';
import { send } from '../connection/send';
import type { ProjectFileReport } from '../diagnostics/project-file-diagnostics';
import type { Project } from '../projects/project';
import type { GuideSource } from './guide-source';

/** Keeps the guide in step with the catalogs of the workspace's project files, and clients with the guide. */
export class TeamCatalogs {
  constructor(
    private readonly connection: Connection,
    private readonly guide: GuideSource,
  ) {}

  /**
   * Merges the catalogs of all projects, in their order, and tells the client when that changes the guide.
   *
   * @returns what is wrong in each project file, the rest of the file included; undefined when the projects have changed
   *   in the meantime. Where the guide cannot be read its catalogs are not checked, and the log says so.
   */
  async update(projects: readonly Project[]): Promise<readonly ProjectFileReport[] | undefined> {
    const result = await this.merge(projects);
    if (!result) return undefined;
    if (result.changed) send(this.connection.sendNotification(CATALOG_CHANGED_METHOD), this.connection);
    return projects.map(({ place, projectFile }, at) => ({
      place,
      problems: [...projectFile.problems, ...projectFile.locate(result.problems[at] ?? [])],
    }));
  }

  private async merge(projects: readonly Project[]): ReturnType<GuideSource['useTeamCatalogs']> {
    try {
      return await this.guide.useTeamCatalogs(projects.map(({ projectFile }) => projectFile.catalog));
    } catch (error) {
      this.connection.console.error(`The catalog could not be read: ${String(error)}`);
      return { changed: false, problems: [] };
    }
  }
}
