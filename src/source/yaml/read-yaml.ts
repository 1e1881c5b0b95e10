import { Composer, LineCounter, type CST } from 'yaml';
import { yamlTokens } from '../../catalog/yaml-tokens';
import { ProblemList } from '../data/problem-list';
import type { ReadData } from '../data/read-data';
import { blankTemplates } from './blank-templates';
import { yamlComments } from './yaml-comments';
import { YamlNodes } from './yaml-nodes';

/** Lists and mappings inside one another. */
const DEPTH = 64;

/** More documents than this in one file are data, not configuration. */
const MOST_DOCUMENTS = 500;

/**
 * Reads all documents of a YAML file, as far as they can be read. Never throws.
 *
 * @param base where the text starts in the document it is a part of
 */
export function readYaml(written: string, base = 0): ReadData {
  const problems = new ProblemList();
  const lines = new LineCounter();
  const text = blankTemplates(written);
  const tokens = yamlTokens(text, lines, DEPTH, MOST_DOCUMENTS);
  if (tokens === undefined) {
    problems.limit(`Lists and mappings are nested deeper than ${DEPTH} levels; the file was not read.`);
    return { roots: [], comments: [], problems: problems.all };
  }
  const nodes = new YamlNodes(written, base);
  const roots = [...documents(tokens, text.length)].flatMap((document) => {
    // A template is no YAML before it is filled in.
    if (text === written)
      for (const { pos } of document.errors.slice(0, 5))
        problems.syntax('This is not valid YAML.', { start: base + pos[0], end: base + Math.max(...pos) });
    const root = nodes.node(document.contents);
    return root ? [root] : [];
  });
  return { roots, comments: yamlComments(written, base), problems: problems.all };
}

function documents(tokens: CST.Token[], length: number): ReturnType<Composer['compose']> {
  return new Composer({ version: '1.2', uniqueKeys: false, logLevel: 'silent' }).compose(
    tokens,
    true,
    length,
  );
}
