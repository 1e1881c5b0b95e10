import type { LocatedObservation } from '../../facts/located-facts';
import { LineIndex } from '../../../source/line-index';
import { placeFrom } from '../../../source/content/text-place';
import { parseShell } from '../../../source/shell/parse-shell';
import { commandRuns } from '../documents/pipeline-runs';
import { observeRuns } from '../tools/observe-runs';
import { onLine, type EvidenceText } from './placed-text';

const MAKEFILE = /(?:^|\/)(?:GNU)?[Mm]akefile$|\.mk$/u;
const TOX = /(?:^|\/)tox\.ini$/u;
const JENKINS = /(?:^|\/)Jenkinsfile$/u;
const BASELINE = /(?:^|\/)\.secrets\.baseline$/u;

export function isTaskFile(path: string): boolean {
  return MAKEFILE.test(path) || TOX.test(path) || JENKINS.test(path) || BASELINE.test(path);
}

/** The commands of tasks, and of the pipelines of Jenkins; what stands in comments is none. */
export function taskEvidence(file: EvidenceText): readonly LocatedObservation[] {
  const { path, text } = file;
  if (BASELINE.test(path))
    return /"plugins_used"\s*:\s*\[\s*\{/u.test(text)
      ? [onLine('EV-SECRETSCAN', 'known findings of detect-secrets', file)]
      : [];
  const isJenkins = JENKINS.test(path);
  const commands = MAKEFILE.test(path)
    ? recipes(text)
    : TOX.test(path)
      ? toxCommands(text)
      : isJenkins
        ? jenkinsSteps(text)
        : [];
  const runs = commands.flatMap(({ command, offset }) =>
    commandRuns(parseShell(command, placeFrom(offset), 'script'), isJenkins ? 'workflow' : 'recipe'),
  );
  const lines = new LineIndex(text);
  const found = observeRuns(runs).map(({ range, ...observed }) => ({
    ...observed,
    location: { start: lines.positionAt(range.start), end: lines.positionAt(range.end) },
  }));
  return isJenkins && runs.length > 0 ? [onLine('EV-CI', 'a pipeline of Jenkins', file), ...found] : found;
}

interface WrittenCommand {
  readonly command: string;
  readonly offset: number;
}

/** Lines of a Makefile that a shell runs. */
function recipes(text: string): readonly WrittenCommand[] {
  return [...text.matchAll(/^\t[@\-+]*([^\n#][^\n]*)$/gmu)].map((match) => ({
    command: match[1] ?? '',
    offset: match.index + match[0].indexOf(match[1] ?? ''),
  }));
}

function toxCommands(text: string): readonly WrittenCommand[] {
  return [...text.matchAll(/^commands(?:_pre|_post)?[ \t]*=([^\n]*(?:\n[ \t]+[^\n]*)*)/gmu)].flatMap(
    (block) => {
      const start = block.index + block[0].indexOf('=') + 1;
      return [...(block[1] ?? '').matchAll(/^[ \t]*-?[ \t]*([^\s#][^\n]*)$/gmu)].map((line) => ({
        command: line[1] ?? '',
        offset: start + line.index + line[0].indexOf(line[1] ?? ''),
      }));
    },
  );
}

/** `sh 'command'` on lines that are no comments. */
function jenkinsSteps(text: string): readonly WrittenCommand[] {
  return [...text.matchAll(/^[ \t]*(?!\/\/)[^\n]*?\bsh[ \t(]+(['"]{1,3})([^'"\n]+)\1/gmu)].map((match) => ({
    command: match[2] ?? '',
    offset: match.index + match[0].lastIndexOf(match[2] ?? ''),
  }));
}
