import type { DockerInstruction } from '../content/docker-instruction';
import { NO_CONTENT } from '../content/document-content';
import type { ImageReference } from '../content/image-reference';
import { PlainModel } from '../content/plain-model';
import { rangeAt } from '../content/text-place';
import type { DocumentReader, ParsedSource } from '../front-end';
import { commandContent } from '../packages/command-content';
import { readCommands } from './docker-commands';
import { DockerImages } from './docker-images';
import { readSettings } from './docker-settings';
import { readLogicalLines, type LogicalLine } from './logical-line';

const MAXIMUM_LENGTH = 1_000_000;
const INSTRUCTION = /^(?:ONBUILD\s+)?([A-Za-z]+)(?:(?:\s|\\\n)+|$)/iu;
const FLAG = /^(--[a-z][\w-]*)(?:=("[^"]*"|[^\s\\]*))?(?:\s|\\\n)+/iu;

/** Reads a Dockerfile or Containerfile. */
export const DOCKERFILE_READER: DocumentReader = {
  read(source): ParsedSource {
    const { lines, comments } = readLogicalLines(source.slice(0, MAXIMUM_LENGTH));
    const instructions: DockerInstruction[] = [];
    const images: ImageReference[] = [];
    const stages = new DockerImages();
    for (const line of lines) {
      const instruction = readInstruction(line, stages);
      if (!instruction) continue;
      instructions.push(instruction.instruction);
      images.push(...instruction.images);
    }
    const content = commandContent(instructions.flatMap(({ commands }) => commands));
    return {
      model: new PlainModel('dockerfile', source, { comments }),
      content: { ...NO_CONTENT, ...content, instructions, images: [...images, ...(content.images ?? [])] },
    };
  },
};

function readInstruction(
  line: LogicalLine,
  stages: DockerImages,
): { readonly instruction: DockerInstruction; readonly images: readonly ImageReference[] } | undefined {
  const [head, word] = INSTRUCTION.exec(line.text) ?? [];
  if (head === undefined || word === undefined) return undefined;
  const keyword = word.toUpperCase();
  const flags: DockerInstruction['flags'][number][] = [];
  let at = head.length;
  for (;;) {
    const [whole, name, value] = FLAG.exec(line.text.slice(at)) ?? [];
    if (whole === undefined || name === undefined) break;
    const range = rangeAt(line.place, { start: at, end: at + whole.trimEnd().length });
    flags.push({ name, value: value?.replace(/^"(.*)"$/su, '$1'), range });
    at += whole.length;
  }
  const text = line.text.slice(at);
  const place = { offsetOf: (offset: number) => line.place.offsetOf(at + offset) };
  const base = {
    keyword,
    text: text.replace(/\\\n/gu, ' '),
    range: line.range,
    argumentsRange: rangeAt(line.place, { start: at, end: line.text.length }),
    flags,
    settings: readSettings(keyword, text.replace(/\\\n/gu, '  '), place),
    commands: readCommands(keyword, text, place, line.documents),
  };
  const images = stages.read({ ...base, stage: stages.stage }, place);
  return { instruction: { ...base, stage: stages.stage }, images };
}
