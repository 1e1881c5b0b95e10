import { FORMATS } from '../../models/formats';
import type { Inspection } from '../../models/inspection';
import type { PickleReport } from '../../models/pickle/pickle-report';
import type { InspectedFile } from './model-report';

/** The report for programs. Fields are added, never changed, while `version` stays. */
export function jsonModelReport(files: readonly InspectedFile[], toolVersion: string): string {
  const report = {
    version: 1,
    tool: { name: 'mlsecops-lens', version: toolVersion },
    files: files.map(fileOf),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function fileOf(file: InspectedFile): object {
  if ('error' in file) return { path: file.path, error: file.error };
  return { path: file.path, ...inspectionOf(file.inspection) };
}

function inspectionOf({ format, pickles, ...rest }: Inspection): object {
  return { format: { id: format, title: FORMATS[format] }, ...rest, pickles: pickles.map(pickleOf) };
}

function pickleOf({
  where,
  streams,
  imports,
  calls,
  tensors,
  weightsOnly,
  disassembly,
}: PickleReport): object {
  return {
    where,
    streams,
    imports: imports.map(({ module, name, verdict, offset, count, calls: called }) => ({
      module,
      name,
      verdict: verdict.verdict,
      because: verdict.because,
      ...(verdict.does ? { does: verdict.does } : {}),
      offset,
      count,
      calls: called,
    })),
    calls,
    tensors,
    weightsOnly,
    ...(disassembly ? { disassembly } : {}),
  };
}
