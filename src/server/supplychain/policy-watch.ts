import type { WireFinding } from '../../protocol/finding';
import { joinPath } from '../../workspace/path';
import { policyFindings } from '../../workspace/survey/policy-findings';
import type { FindingsPublisher } from '../features/findings-publisher';
import { parseUri, uriOfPath } from '../files/uri-path';
import type { ServerHost } from '../host';
import { scannedFinding } from '../scan/scanned-finding';
import type { SurveyedProject } from './surveys';

/** Holds what scans found against the policies of the projects, and publishes what does not keep to them. */
export class PolicyWatch {
  constructor(
    private readonly host: Pick<ServerHost, 'today'>,
    private readonly findings: FindingsPublisher,
  ) {}

  /** To be called when a survey or a policy has changed. */
  update(surveyed: readonly SurveyedProject[]): void {
    this.findings.publishPolicy(new Map(surveyed.flatMap((one) => this.ofProject(one))));
  }

  private ofProject({
    project,
    survey,
  }: SurveyedProject): readonly (readonly [string, readonly WireFinding[]])[] {
    const { place, engine, projectFile } = project;
    const { policy } = projectFile.policy;
    const root = parseUri(place.uri ?? '');
    if (!policy || !root) return [];
    const { configuration } = engine;
    const uriOf = (path: string): string => uriOfPath(root, joinPath(place.path, path));
    const found = policyFindings({
      policy,
      inventory: survey.inventory(),
      files: survey.files(),
      configuration,
      today: this.host.today(),
    });
    return [...found].map(([path, findings]) => {
      const uri = uriOf(path);
      return [uri, findings.map((one) => scannedFinding(one, uri, uriOf, engine.ruleOf))];
    });
  }
}
