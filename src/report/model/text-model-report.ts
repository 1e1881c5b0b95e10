import { createColors } from 'picocolors';
import { FORMATS } from '../../models/formats';
import type { ArchiveMember, Inspection } from '../../models/inspection';
import type { PickleReport } from '../../models/pickle/pickle-report';
import type { Finding, Verdict } from '../../models/verdict/finding';
import { oneLine } from '../one-line';
import { sizeText } from '../size-text';
import type { InspectedFile } from './model-report';
import { VERDICT_TEXTS } from './verdict-texts';

type Colors = ReturnType<typeof createColors>;

const MAX_FINDINGS = 50;
const MAX_IMPORTS = 40;
const MAX_MEMBERS = 20;

/** The report for people. */
export function textModelReport(files: readonly InspectedFile[], color: boolean): string {
  const colors = createColors(color);
  return files.map((file) => `${fileText(file, colors)}\n`).join('\n');
}

function fileText(file: InspectedFile, colors: Colors): string {
  const title = colors.bold(oneLine(file.path));
  if ('error' in file) return `${title}\n  ${colors.red('Could not be read')}: ${oneLine(file.error)}`;
  const { inspection } = file;
  const { title: verdict, text } = VERDICT_TEXTS[inspection.verdict];
  return [
    title,
    `  ${painted(inspection.verdict, colors)(verdict)}. ${text}`,
    `  ${contents(inspection)}`,
    ...section('Findings', findingLines(inspection, colors), colors),
    ...section('Imports', importLines(inspection.pickles, colors), colors),
    ...section('Members', memberLines(inspection.members), colors),
    ...inspection.pickles.flatMap(({ where, disassembly }) =>
      section(oneLine(`Disassembly ${where}`.trim()), opcodeLines(disassembly ?? []), colors),
    ),
  ].join('\n');
}

function contents({ format, size, pickles, weightsOnly }: Inspection): string {
  const streams = pickles.reduce((sum, pickle) => sum + pickle.streams.length, 0);
  const tensors = pickles.reduce((sum, pickle) => sum + pickle.tensors, 0);
  return [
    `${FORMATS[format]}, ${sizeText(size)}`,
    ...(streams > 0 ? [counted(streams, 'pickle')] : []),
    ...(tensors > 0 ? [counted(tensors, 'tensor or array', 'tensors and arrays')] : []),
    ...(weightsOnly === undefined
      ? []
      : [weightsOnly ? 'loads with weights_only=True' : 'does not load with weights_only=True']),
  ].join(', ');
}

function findingLines({ findings, moreFindings }: Inspection, colors: Colors): string[] {
  const lines = findings.slice(0, MAX_FINDINGS).map((finding) => findingLine(finding, colors));
  const hidden = findings.length - lines.length + moreFindings;
  return hidden > 0 ? [...lines, `… and ${hidden} more`] : lines;
}

function findingLine({ verdict, message, where, offset, opcode, count }: Finding, colors: Colors): string {
  const title = verdict === 'safe' ? 'note' : VERDICT_TEXTS[verdict].title.toLowerCase();
  const place = [
    where === '' ? '' : `${where} `,
    `at ${hexadecimal(offset)}`,
    opcode ? ` ${opcode}` : '',
  ].join('');
  const times = count > 1 ? ` (${count} times)` : '';
  return `${painted(verdict, colors)(title)}  ${oneLine(message)}${times} ${colors.dim(oneLine(place))}`;
}

function importLines(pickles: readonly PickleReport[], colors: Colors): string[] {
  const all = pickles.flatMap(({ imports }) => imports);
  const lines = all
    .slice(0, MAX_IMPORTS)
    .map(
      ({ module, name, verdict }) =>
        `${painted(verdict.verdict, colors)(verdict.verdict.padEnd(10))}  ${oneLine(`${module}.${name}`)}`,
    );
  return all.length > lines.length ? [...lines, `… and ${all.length - lines.length} more`] : lines;
}

function opcodeLines(opcodes: NonNullable<PickleReport['disassembly']>): string[] {
  return opcodes.map(({ offset, name, argument }) =>
    oneLine(`${offset.toString(16).padStart(8, '0')}  ${name.padEnd(17)} ${argument}`.trimEnd()),
  );
}

function memberLines(members: readonly ArchiveMember[]): string[] {
  const lines = members
    .slice(0, MAX_MEMBERS)
    .map(({ path, format, size }) =>
      oneLine(`${path}  ${format ? FORMATS[format] : 'data'}, ${sizeText(size)}`),
    );
  return members.length > lines.length ? [...lines, `… and ${members.length - lines.length} more`] : lines;
}

function section(title: string, lines: readonly string[], colors: Colors): string[] {
  return lines.length === 0 ? [] : [`  ${colors.bold(title)}`, ...lines.map((line) => `    ${line}`)];
}

function painted(verdict: Verdict, colors: Colors): (text: string) => string {
  return { safe: colors.green, incomplete: colors.yellow, suspicious: colors.yellow, malicious: colors.red }[
    verdict
  ];
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function hexadecimal(offset: number): string {
  return `0x${offset.toString(16)}`;
}
