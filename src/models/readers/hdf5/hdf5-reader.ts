import { WindowSource, type ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { joinPath, type Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { JsonObject } from '../json/json-value';
import { parseJson } from '../json/parse-json';
import { inspectKerasConfig } from '../keras/inspect-keras-config';
import { leadsAway } from '../names/leads-away';
import type { TextAttribute } from './attributes';
import type { Dataset } from './hdf5-object';
import type { Link } from './links';
import { searchConfigs } from './search-config';
import { findSuperblock, readSuperblock } from './superblock';
import { walkHdf5 } from './walk-hdf5';

const MAX_CONFIG = 16 * 1024 * 1024;
/** Attributes by which a file is known to be of Keras. */
const KERAS_ATTRIBUTES = new Set([
  'model_config',
  'keras_version',
  'layer_names',
  'training_config',
  'backend',
]);

/** HDF5: weights and, in older files of Keras, the whole model with its configuration. */
export const hdf5Reader: FormatReader = {
  recognises: ({ source, place }: Candidate) => findSuperblock(source, place.depth === 0) !== undefined,
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format {
    const start = findSuperblock(source, place.depth === 0) ?? 0;
    if (start > 0) inspectUserBlock(inspector, source, start, place);
    const reading = new Reading(inspector, source, place);
    const superblock = readSuperblock(source, inspector.budget, start);
    if (!superblock)
      inspector.tell('suspicious', 'header', 'Its superblock is of no known version.', place.where, start);
    const complete = superblock !== undefined && walkHdf5(superblock, reading);
    // What could not be read, and what another reader might find where this one does not, is searched as text.
    if (!complete || !reading.configured) reading.search();
    if (!complete && !reading.keras)
      inspector.tell('incomplete', 'format', 'Parts of the file could not be read.', place.where, start);
    return reading.keras ? 'keras-h5' : 'hdf5';
  },
};

/** Bytes before the file proper, which HDF5 does not look at. */
function inspectUserBlock(
  inspector: Inspector,
  source: ByteSource,
  length: number,
  place: Surroundings,
): void {
  const block = new WindowSource(source, 0, length);
  const where = joinPath(place.where, 'user block');
  const format = inspector.inspectBytes(block, { ...place, where, name: '', depth: place.depth + 1 });
  if (format !== undefined) {
    inspector.tell('suspicious', 'polyglot', `Another file stands before the HDF5 file: ${format}.`, where);
  }
}

class Reading {
  keras = false;
  /** The configuration of the model was read. */
  configured = false;

  constructor(
    private readonly inspector: Inspector,
    private readonly source: ByteSource,
    private readonly place: Surroundings,
  ) {}

  attribute({ name, text, offset }: TextAttribute, path: string): void {
    if (KERAS_ATTRIBUTES.has(name)) this.keras = true;
    if (/^\s*\{/u.test(text)) {
      this.#config(text, name, offset);
      if (name === 'model_config') this.configured = true;
    } else if (path === '' && name !== 'layer_names') {
      this.inspector.facts.addProperty({ name, value: text, where: this.place.where });
    }
  }

  dataset({ type, shape, externalFiles, virtualFrom }: Dataset, path: string): void {
    const { where } = this.place;
    const size = shape.reduce((product, length) => product * length, type.size);
    this.inspector.facts.addTensor({ name: path.slice(1), shape, type: type.name, where, size });
    for (const file of externalFiles) {
      this.inspector.tell(
        leadsAway(file) ? 'malicious' : 'suspicious',
        'path',
        `The numbers of ${path} are read from another file: "${file}".`,
        where,
      );
    }
    if (virtualFrom === undefined || virtualFrom.every((file) => file === '.')) return;
    this.inspector.tell(
      virtualFrom.some(leadsAway) ? 'malicious' : 'suspicious',
      'path',
      `The dataset ${path} is put together from other files: "${virtualFrom.join('", "')}".`,
      where,
    );
  }

  link({ to }: Link, path: string): void {
    if (typeof to === 'number' || !('file' in to)) return;
    this.inspector.tell(
      leadsAway(to.file) ? 'malicious' : 'suspicious',
      'path',
      `The link ${path} leads to ${to.path} of another file: "${to.file}".`,
      this.place.where,
    );
  }

  /** Looks for configurations in all bytes. */
  search(): void {
    const { source, inspector } = this;
    searchConfigs(source, inspector.budget, (start: number): number => {
      const text = new TextDecoder('latin1').decode(source.read(start, MAX_CONFIG));
      const { value, end } = parseJson(text);
      if (value instanceof JsonObject) {
        this.keras = true;
        inspectKerasConfig(inspector, value, this.place, start);
      }
      return start + Math.max(1, end);
    });
  }

  #config(text: string, name: string, offset: number): void {
    const { value, brokenAt } = parseJson(text);
    const { where } = this.place;
    this.inspector.facts.addText({ title: name, language: 'json', text, where, offset });
    inspectKerasConfig(this.inspector, value, this.place, offset);
    if (brokenAt !== undefined && name === 'model_config') {
      this.inspector.tell(
        'incomplete',
        'broken',
        'The configuration of the model is no valid JSON.',
        where,
        offset,
      );
    }
  }
}
