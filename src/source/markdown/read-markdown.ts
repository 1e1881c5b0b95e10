import { plainString } from '../content/plain-string';
import type { Tree } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import { joinContent } from '../content/document-content';
import { PlainModel } from '../content/plain-model';
import type { Prose } from '../content/prose';
import { hookCommands } from '../data/content/agent-hooks';
import { dataStrings } from '../data/data-strings';
import type { DocumentReader } from '../front-end';
import type { StringExpression } from '../expression';
import type { Comment } from '../model';
import { commandContent } from '../packages/command-content';
import { readYaml } from '../yaml/read-yaml';
import { frontMatter } from './front-matter';
import { proseCommands } from './prose-commands';
import { readProse } from './prose-reader';

/** Longer texts are not read by people, nor whole by a model. */
const LENGTH = 500_000;

const markdown = parser.configure(GFM);

/** Instructions and prompts: blocks, links, the commands in code blocks, the front matter as data. */
export const markdownReader: DocumentReader = {
  read(text) {
    const matter = frontMatter(text);
    const settings = matter ? readYaml(matter.text, matter.start) : undefined;
    // What stands before the text becomes blank, so that all offsets stay.
    const body = matter ? text.slice(0, matter.end).replace(/[^\r\n]/gu, ' ') + text.slice(matter.end) : text;
    const tree = markdown.parse(body.slice(0, LENGTH));
    const read = readProse(tree, body);
    const { prose } = read;
    const data = settings?.roots ?? [];
    const model = new PlainModel('markdown', text, {
      strings: [...dataStrings(data), ...topLevelStrings(tree, body)],
      comments: [...(settings?.comments ?? []), ...proseComments(prose, body)],
      problems: settings?.problems ?? [],
    });
    return {
      model,
      content: joinContent([
        { data, prose },
        commandContent([...proseCommands(read), ...data.flatMap(hookCommands)]),
      ]),
    };
  },
};

/** Each block as it is written: rules about secrets look at texts of any kind. */
function topLevelStrings(tree: Tree, text: string): readonly StringExpression[] {
  const strings: StringExpression[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    const range = { start: node.from, end: node.to };
    strings.push(plainString(text.slice(node.from, node.to), range));
  }
  return strings;
}

function proseComments({ blocks }: Prose, text: string): readonly Comment[] {
  return blocks
    .filter(({ kind }) => kind === 'comment')
    .map(({ text: said, range }) => {
      const line = text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.start);
      return { text: said, range, ownLine: line.trim() === '' };
    });
}
