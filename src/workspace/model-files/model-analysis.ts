import { activeRules, type ActiveRule } from '../../analysis/active-rules';
import type { Configuration } from '../../analysis/configuration/configuration';
import { RULES } from '../../analysis/rules/registry.generated';
import { isSideCode } from '../../analysis/side-code';
import { DEFAULT_LIMITS, type Limits } from '../../models/budget';
import { MemorySource, type ByteSource } from '../../models/bytes/byte-source';
import type { Inspection } from '../../models/inspection';
import { NAMES_IN_FOLDER, namesBeside } from '../../models/signing/signature-names';
import { sightModelFile } from '../../supplychain/inventory/sights/model-file';
import type { ModelKind } from '../discovery/file-kind';
import type { Excerpts } from '../file-analysis/excerpts';
import type { FileOutcome } from '../file-analysis/file-analyzer';
import type { FileResult, LocatedFinding, LocatedProblem } from '../file-analysis/file-result';
import { fileProblem } from '../file-problem';
import type { FileSystem, OpenFile } from '../file-system';
import { baseName, joinPath, parentPath } from '../path';
import { isLfsPointer, LFS_FINDING } from './git-lfs';
import { inspectorModule } from './inspector-module';
import { isModel, isPathFile } from './is-model';
import { modelFindings, type Inspected } from './model-findings';

const MB = 1024 * 1024;
/** Where a file can only be read whole, as on virtual file systems. */
const WHOLE_LIMIT = 256 * MB;
/** A file that is no model for certain may cost less: archives of data are large and many. */
const LIMITS_OF_OTHERS: Limits = {
  ...DEFAULT_LIMITS,
  inflated: 256 * MB,
  members: 10_000,
  milliseconds: 15_000,
};
const HEAD_LENGTH = 64;
const START = { line: 0, character: 0 };
/** Told of a file in which there was no model up to there. */
const LIMIT: LocatedProblem = {
  kind: 'limit',
  message: 'Models in it were looked for up to a limit of size or time, and not in the rest.',
  location: { start: START, end: START },
};
/** Finds the same in configurations, with the line. */
const CONFIGURATION_RULE = 'model-config-runs-code';

/** Inspects the model files of a scan and tells what was found as findings of rules. Nothing of them is loaded. */
export class ModelAnalysis {
  private readonly active: ReadonlyMap<string, ActiveRule>;

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly root: string,
    private readonly configuration: Configuration,
    private readonly excerpts: Excerpts,
    /** Whether results shall tell what a file is a part of. */
    private readonly facts = false,
  ) {
    const active = activeRules(RULES, configuration);
    this.active = new Map(active.map((one) => [one.rule.id, one]));
  }

  /** Never throws: what goes wrong is an outcome. */
  async analyze(path: string, kind: ModelKind): Promise<FileOutcome> {
    let file: OpenFile | undefined;
    try {
      file = await this.open(joinPath(this.root, path));
    } catch (error) {
      return { kind: 'problem', problem: fileProblem(path, 'file', error) };
    }
    try {
      return { kind: 'result', result: await this.inspect(path, file, kind) };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const message = `The inspection of this model file ended unexpectedly (${detail}); it was left out.`;
      return { kind: 'problem', problem: { path, kind: 'crash', message } };
    } finally {
      file.close();
    }
  }

  /** The result of a configuration with what it does to those who load the model beside it, unless its own rule has said so. */
  async added(result: FileResult, bytes: Uint8Array): Promise<FileResult> {
    const { path, findings, suppressed } = result;
    const own = [...findings, ...suppressed.map(({ finding }) => finding)];
    if (own.some(({ ruleId }) => ruleId === CONFIGURATION_RULE)) return result;
    const inspected = await this.inspect(path, new MemorySource(bytes), { model: 'perhaps' });
    return { ...result, findings: [...findings, ...inspected.findings] };
  }

  private async open(path: string): Promise<OpenFile> {
    if (this.fileSystem.open) return this.fileSystem.open(path);
    const source = new MemorySource(await this.fileSystem.read(path, WHOLE_LIMIT));
    return {
      size: source.size,
      read: (offset, length) => source.read(offset, length),
      close: () => undefined,
    };
  }

  private async inspect(path: string, source: ByteSource, { model }: ModelKind): Promise<FileResult> {
    const { inspectModel, Budget } = await inspectorModule();
    const head = source.read(0, HEAD_LENGTH).slice();
    const result = { path, size: source.size, analyzed: true, suppressed: [], problems: [], stages: [] };
    if (isLfsPointer(source.size, head)) {
      const pointer = { format: 'unknown', findings: [LFS_FINDING] } as const;
      return { ...result, findings: model === 'named' ? this.findings(path, pointer, 'probable') : [] };
    }
    const budget = new Budget(model === 'named' ? DEFAULT_LIMITS : LIMITS_OF_OTHERS);
    const inspection = inspectModel(source, { name: baseName(path), budget });
    const isOther = model === 'perhaps' ? !isModel(inspection, head) : isPathFile(path, inspection, head);
    if (isOther) return { ...result, findings: [], problems: inspection.limits.length > 0 ? [LIMIT] : [] };
    const found = { ...result, findings: this.findings(path, inspection) };
    return this.facts ? { ...found, ...(await this.factsOf(path, inspection)) } : found;
  }

  /** The model that the file is, for the inventory. */
  private async factsOf(path: string, inspection: Inspection): Promise<Pick<FileResult, 'facts'>> {
    const signature =
      sightModelFile(path, inspection, undefined).length > 0 ? await this.signatureOf(path) : undefined;
    const sightings = sightModelFile(path, inspection, signature);
    return sightings.length > 0 ? { facts: { sightings, observations: [], stages: [] } } : {};
  }

  /** The name of a signature that lies with a model, in the folder or beside the file. */
  private async signatureOf(path: string): Promise<string | undefined> {
    const folder = parentPath(joinPath(this.root, path));
    for (const name of [...namesBeside(baseName(path)), ...NAMES_IN_FOLDER]) {
      const stat = await this.fileSystem.stat(joinPath(folder, name)).catch(() => undefined);
      if (stat?.type === 'file') return name;
    }
    return undefined;
  }

  private findings(path: string, inspection: Inspected, confidence?: 'probable'): readonly LocatedFinding[] {
    const found = modelFindings(inspection, {
      ruleOf: (id) => this.active.get(id),
      excerpts: this.excerpts,
      ...(confidence ? { confidence } : {}),
    });
    // Whoever hides findings in tests does not ask for files there that do harm to be hidden.
    const hidden = this.configuration.testCode === 'hidden' && isSideCode(path);
    return hidden ? found.filter(({ ruleId }) => ruleId === 'model-file-malicious') : found;
  }
}
