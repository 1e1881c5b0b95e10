import type { LocatedObservation } from '../../facts/located-facts';
import { entriesOf, itemsOf } from '../../../source/content/data-node';
import { readYaml } from '../../../source/yaml/read-yaml';
import { writtenWords } from './filled-prose';
import { dataSection } from './page-signs';
import { onLine, type EvidenceText } from './placed-text';

const HEADER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/u;
const OF_MODELS = new Set(['library_name', 'base_model', 'pipeline_tag']);
const OF_DATA = new Set(['task_categories', 'dataset_info', 'size_categories']);

/** A readme that is a card of a hub: its header says so. The text below must have been written. */
export function cardHeader(file: EvidenceText): readonly LocatedObservation[] {
  const header = HEADER.exec(file.text)?.[1];
  if (header === undefined || writtenWords(file.text) < 15) return [];
  const [root] = readYaml(header, 0).roots;
  const entries = entriesOf(root);
  const found: LocatedObservation[] = [];
  const model = entries.find(({ key }) => OF_MODELS.has(key));
  if (model) {
    found.push(onLine('EV-MODELCARD', `a model card (\`${model.key}\`)`, file), ...dataSection(file));
    const data = entries.find(({ key, value }) => key === 'datasets' && itemsOf(value).length > 0);
    if (data && !found.some(({ evidence }) => evidence === 'EV-DATASECTION'))
      found.push(onLine('EV-DATASECTION', 'the card names its datasets', file));
  }
  const data = entries.find(({ key }) => OF_DATA.has(key));
  if (data) found.push(onLine('EV-DATACARD', `a data card (\`${data.key}\`)`, file));
  return found;
}
