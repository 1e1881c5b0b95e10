import { FORMATS } from '../../../models/formats';
import type { Inspection } from '../../../models/inspection';
import type { ModelText, TensorFact } from '../../../models/facts/model-facts';
import type { PickleReport } from '../../../models/pickle/pickle-report';
import type { Finding } from '../../../models/verdict/finding';
import { linksFor } from './model-links';
import type { ModelView, ViewFinding, ViewTarget, ViewTensor } from './model-view';
import { plainWords } from './plain-words';
import { membersView } from './view-members';
import { overviewOf } from './view-overview';
import { pickleView } from './view-pickle';
import { lineOf } from './view-texts';

/**
 * An inspection as it is shown.
 *
 * @param complete false for what was seen while the file is still being read
 */
export function buildView(name: string, inspection: Inspection, complete: boolean): ModelView {
  const { format, size, verdict, findings, moreFindings, pickles, facts } = inspection;
  return {
    name,
    size,
    format: FORMATS[format],
    verdict,
    complete,
    words: plainWords(inspection),
    findings: findings.map((finding) => findingView(finding, pickles, facts.texts)),
    moreFindings,
    overview: overviewOf(inspection),
    properties: facts.properties.map((each) => ({ label: each.name, value: each.value, where: each.where })),
    moreProperties: facts.moreProperties,
    ...membersView(inspection.members, findings),
    tensors: facts.tensors.map(tensorView),
    moreTensors: facts.moreTensors,
    pickles: pickles.map(pickleView),
    texts: facts.texts.map((text) => ({
      title: text.title,
      language: text.language,
      text: text.text,
      where: text.where,
      marks: marksOf(text, findings),
    })),
    links: linksFor(verdict, format),
  };
}

function findingView(
  finding: Finding,
  pickles: readonly PickleReport[],
  texts: readonly ModelText[],
): ViewFinding {
  const { verdict, message, where, offset, opcode, code, count } = finding;
  const target = targetOf(finding, pickles, texts);
  const line = target?.kind === 'line' ? `, line ${target.line}` : '';
  const at = `at 0x${offset.toString(16)}${line}`;
  return {
    verdict,
    message,
    place: `${where === '' ? at : `${where} ${at}`}${opcode === undefined ? '' : `, ${opcode}`}`,
    ...(code === undefined ? {} : { code }),
    count,
    ...(target ? { target } : {}),
  };
}

function targetOf(
  finding: Finding,
  pickles: readonly PickleReport[],
  texts: readonly ModelText[],
): ViewTarget | undefined {
  const { where, offset } = finding;
  const pickle = pickles.findIndex(
    (each) => each.where === where && each.streams.some(({ start, end }) => offset >= start && offset <= end),
  );
  if (pickle >= 0) return { kind: 'opcode', pickle, offset };
  for (const [text, each] of texts.entries()) {
    const line = lineOf(each, finding);
    if (line !== undefined) return { kind: 'line', text, line };
  }
  return undefined;
}

function marksOf(text: ModelText, findings: readonly Finding[]): number[] {
  const lines = findings.flatMap((finding) => {
    const line = finding.verdict === 'safe' ? undefined : lineOf(text, finding);
    return line === undefined ? [] : [line];
  });
  return [...new Set(lines)].sort((a, b) => a - b);
}

function tensorView({ name, shape, type, size }: TensorFact): ViewTensor {
  const dimensions = shape.length === 0 ? 'scalar' : shape.join(' × ');
  return { name, shape: dimensions, type, ...(size === undefined ? {} : { size }) };
}
