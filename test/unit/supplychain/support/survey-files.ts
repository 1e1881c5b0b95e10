import { DEFAULT_CONFIGURATION } from '../../../../src/analysis/configuration/configuration';
import { FileAnalysis } from '../../../../src/workspace/file-analysis/analyze-file';
import type { FileAnalyzer } from '../../../../src/workspace/file-analysis/file-analyzer';
import type { FileSystem } from '../../../../src/workspace/file-system';
import { survey, type Survey } from '../../../../src/workspace/survey/survey';
import { MemoryFileSystem } from '../../workspace/support/memory-file-system';

/** Files by their path in the workspace. */
export type Files = Readonly<Record<string, string>>;

let current: FileSystem = new MemoryFileSystem({});

/** One analysis for all workspaces of a test file: getting it ready takes longer than a small workspace. */
const ANALYSIS = new FileAnalysis(
  {
    read: (path, limit) => current.read(path, limit),
    list: (path) => current.list(path),
    stat: (path) => current.stat(path),
  },
  { root: '/p', configuration: DEFAULT_CONFIGURATION, manifests: [], facts: true },
);

const ANALYZER: FileAnalyzer = {
  async analyze(_setup, files, onOutcome, _signal, more = () => []) {
    for (let tasks = files; tasks.length > 0; tasks = await more()) {
      for (const file of tasks) {
        const { outcome, trace } = await ANALYSIS.analyze(file);
        onOutcome(outcome, file, trace);
      }
    }
  },
};

/** What is seen in a workspace with these files. One at a time. */
export function surveyFiles(files: Files): Promise<Survey> {
  current = new MemoryFileSystem(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`/p/${path}`, text])),
  );
  return survey({
    fileSystem: current,
    root: '/p',
    configuration: DEFAULT_CONFIGURATION,
    analyzer: ANALYZER,
  });
}
