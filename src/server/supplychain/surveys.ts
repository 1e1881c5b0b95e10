import type { Connection } from 'vscode-languageserver';
import { SURVEY_CHANGED_METHOD } from '../../protocol/messages';
import type { SurveyedFolder } from '../../workspace/survey/surveyed-folder';
import { send } from '../connection/send';
import type { ServerHost } from '../host';
import type { Project } from '../projects/project';
import type { Projects } from '../projects/projects';
import { KnownPartsSource } from './known-parts-source';

/** Milliseconds after a change before clients are told: what is saved together is told of together. */
const SETTLED_MS = 250;

/** A folder of the workspace that was scanned. */
export interface SurveyedProject {
  readonly project: Project;
  readonly survey: SurveyedFolder;
}

/** What the last scan says of the supply chain of each folder, kept up with the files. */
export class Surveys {
  /** By the uri of the folder. */
  private readonly byFolder = new Map<string, SurveyedFolder>();
  /** What is publicly known of parts. */
  readonly known: KnownPartsSource;
  private callOff: (() => void) | undefined;
  private settled: () => void = () => undefined;

  constructor(
    private readonly connection: Connection,
    private readonly host: ServerHost,
    private readonly projects: Projects,
  ) {
    this.known = new KnownPartsSource(connection, host);
  }

  /** The survey of a project; undefined until it was scanned. */
  of({ place }: Project): SurveyedFolder | undefined {
    return place.uri === undefined ? undefined : this.byFolder.get(place.uri);
  }

  /** The folders that were scanned, in the order of the client. */
  all(): readonly SurveyedProject[] {
    return this.projects.all().flatMap((project) => {
      const survey = this.of(project);
      return survey ? [{ project, survey }] : [];
    });
  }

  /** Takes the surveys of a whole scan instead of all before. */
  replace(surveys: ReadonlyMap<string, SurveyedFolder>): void {
    this.byFolder.clear();
    for (const [uri, survey] of surveys) this.byFolder.set(uri, survey);
    this.tell();
  }

  /** Sets what is done when changes have settled, before clients are told. */
  whenSettled(task: () => void): void {
    this.settled = task;
  }

  /** To be called when a survey, or what it is judged by, has changed. */
  changed(): void {
    if (this.byFolder.size > 0) this.tell();
  }

  private tell(): void {
    this.callOff ??= this.host.delay(SETTLED_MS, () => {
      this.callOff = undefined;
      this.settled();
      send(this.connection.sendNotification(SURVEY_CHANGED_METHOD), this.connection);
    });
  }
}
