import { NO_CONTENT } from '../content/document-content';
import type { PackageOption, PackageRequest } from '../content/package-request';
import { PlainModel } from '../content/plain-model';
import type { TextPlace } from '../content/text-place';
import type { DocumentReader, ParsedSource } from '../front-end';
import type { Comment } from '../model';
import { pythonRequest } from './python-request';

/** Longer lists are not written by hand or by an installer. */
const MAXIMUM_LENGTH = 4_000_000;
const OPTION = /^(-{1,2}[A-Za-z][\w-]*)(?:[ \t]*=[ \t]*|[ \t]+)?(.*)$/su;
const SHORT = /^(-[icrfe])(\S.*)$/su;
const LONG_NAMES: Readonly<Record<string, string>> = {
  '-i': '--index-url',
  '-f': '--find-links',
  '-r': '--requirement',
  '-c': '--constraint',
  '-e': '--editable',
};

/** A line with those that go on from it. */
interface LogicalLine {
  readonly text: string;
  readonly place: TextPlace;
}

/** Reads requirements and constraints as pip does: https://pip.pypa.io/en/stable/reference/requirements-file-format/. */
export const REQUIREMENTS_READER: DocumentReader = {
  read(text): ParsedSource {
    const packages: PackageRequest[] = [];
    const packageOptions: PackageOption[] = [];
    const { lines, comments } = logicalLines(text.slice(0, MAXIMUM_LENGTH));
    for (const { text: line, place } of lines) {
      if (!line.startsWith('-')) {
        const request = requestOf(line, place);
        if (request) packages.push(request);
        continue;
      }
      const [, given = '', value = ''] = SHORT.exec(line) ?? OPTION.exec(line) ?? [];
      const name = LONG_NAMES[given] ?? given;
      const from = line.length - value.length;
      if (name === '--editable') {
        const request = requestOf(value, { offsetOf: (offset) => place.offsetOf(from + offset) });
        if (request) packages.push(request);
      } else {
        const range = { start: place.offsetOf(0), end: place.offsetOf(line.length) };
        packageOptions.push({ name, value: value === '' ? undefined : value, range });
      }
    }
    return {
      model: new PlainModel('requirements', text, { comments }),
      content: { ...NO_CONTENT, packages, packageOptions },
    };
  },
};

function requestOf(line: string, place: TextPlace): PackageRequest | undefined {
  const [before = ''] = line.split(/\s--?[a-z]/u);
  return pythonRequest(before.trimEnd(), place, 'requirements', /\s--hash[= ]/u.test(line));
}

/** Lines joined where a backslash continues them, without comments. */
function logicalLines(text: string): {
  readonly lines: readonly LogicalLine[];
  readonly comments: Comment[];
} {
  const lines: LogicalLine[] = [];
  const comments: Comment[] = [];
  let current = '';
  let offsets: number[] = [];
  const finish = (): void => {
    const indent = current.length - current.trimStart().length;
    const line = current.trim();
    const places = offsets.slice(indent);
    const end = (places[line.length - 1] ?? 0) + 1;
    if (line !== '') lines.push({ text: line, place: { offsetOf: (offset) => places[offset] ?? end } });
    current = '';
    offsets = [];
  };
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/gu)) {
    let line = match[1] ?? '';
    const comment = /(?:^|(?<=\s))#/u.exec(line);
    if (comment) {
      const start = match.index + comment.index;
      const ownLine = line.slice(0, comment.index).trim() === '';
      comments.push({
        text: line.slice(comment.index + 1),
        range: { start, end: match.index + line.length },
        ownLine,
      });
      line = line.slice(0, comment.index);
    }
    const continues = /\\[ \t]*$/u.test(line);
    if (continues) line = line.replace(/\\[ \t]*$/u, ' ');
    for (let at = 0; at < line.length; at++) offsets.push(match.index + at);
    current += line;
    // A comment between continued lines does not end them.
    if (!continues && !(comment && line.trim() === '' && current.trim() !== '')) finish();
  }
  finish();
  return { lines, comments };
}
