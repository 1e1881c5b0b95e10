import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { decodeLatin1 } from '../../pickle/pickle-text';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';

const MAX_SIZE = 128 * 1024 * 1024;
const FACTS = new Set([
  'version',
  'num_class',
  'max_feature_idx',
  'objective',
  'feature_names',
  'label_index',
]);
const LISTS = ['left_child', 'right_child'] as const;

/** LightGBM: text with the numbers of trees, no code. */
export const lightgbmReader: FormatReader = {
  recognises: ({ head }: Candidate) => /^tree\r?\nversion=v\d/u.test(decodeLatin1(head, 0, 32)),
  inspect(inspector: Inspector, source: ByteSource, { where }: Surroundings): Format {
    const text = new TextDecoder().decode(source.read(0, MAX_SIZE));
    if (source.size > MAX_SIZE) inspector.budget.tell('text');
    const [header = '', ...trees] = text.split(/^Tree=/mu);
    for (const line of header.split('\n')) {
      const [name = '', value = ''] = line.split('=', 2);
      if (FACTS.has(name)) inspector.facts.addProperty({ name, value: value.trim(), where });
    }
    inspector.facts.addProperty({ name: 'trees', value: String(trees.length), where });
    trees.forEach((tree, index) => {
      if (!isSound(tree))
        inspector.tell('suspicious', 'header', `Tree ${index} leads out of its own nodes.`, where);
    });
    if (!text.includes('end of trees'))
      inspector.tell('incomplete', 'broken', 'The file ends within the model.', where, source.size);
    return 'lightgbm';
  },
};

/** Children are inner nodes (from 0 on) or leaves (from -1 down) of the same tree. */
function isSound(tree: string): boolean {
  const leaves = Number(/^num_leaves=(\d+)/mu.exec(tree)?.[1] ?? Number.NaN);
  if (!Number.isFinite(leaves)) return false;
  return LISTS.every((name) => {
    const list = new RegExp(`^${name}=(.*)$`, 'mu').exec(tree)?.[1] ?? '';
    const children = list
      .split(' ')
      .filter((each) => each.trim() !== '')
      .map(Number);
    return children.every(
      (child) => Number.isInteger(child) && child < Math.max(leaves, 1) && child >= -leaves,
    );
  });
}
