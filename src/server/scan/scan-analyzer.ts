import type { FileAnalyzer } from '../../workspace/file-analysis/file-analyzer';
import { InProcessAnalyzer } from '../../workspace/file-analysis/in-process-analyzer';
import type { ServerHost } from '../host';
import type { ProjectPlace } from '../projects/project-place';

/** What analyses the files of a whole folder: threads, where there are any and the folder is on disk. */
export function scanAnalyzer(
  { fileSystem, scanAnalyzer: threads }: Pick<ServerHost, 'fileSystem' | 'scanAnalyzer'>,
  { files }: ProjectPlace,
): FileAnalyzer {
  return (files === fileSystem ? threads : undefined) ?? new InProcessAnalyzer(files);
}
