import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { decodeUtf8 } from '../../pickle/pickle-text';
import { readYaml } from '../../../source/yaml/read-yaml';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { findInYaml } from './find-in-yaml';

const MAX_SIZE = 4 * 1024 * 1024;
const TOLD = 100;
const CALLS = /_target_\s*:|!!python\/|tag:yaml\.org,2002:python/u;
/** PyYAML makes such objects when somebody loads without care. */
const PYTHON_TAG = /!!python\/(?:object|name|module)\S{0,200}|!<tag:yaml\.org,2002:python\/[^\s>]{1,200}>/gu;

/** Reads the configuration of a NeMo archive, and other YAML that names classes for Hydra to make. */
export const yamlReader: FormatReader = {
  recognises({ source, head, place }: Candidate): boolean {
    if (source.size === 0 || source.size > MAX_SIZE || head.includes(0)) return false;
    const named = /\.ya?ml$/iu.test(place.name);
    if (place.archive === 'nemo' && named) return true;
    if (!named && !CALLS.test(String.fromCharCode(...head))) return false;
    const text = textOf(source);
    return text !== undefined && CALLS.test(text);
  },

  inspect(inspector: Inspector, source: ByteSource, { where }: Surroundings): Format | undefined {
    const text = textOf(source);
    if (text === undefined) return undefined;
    inspector.budget.take('bytes', source.size);
    inspector.facts.addText({ title: where, language: 'yaml', text, where, offset: 0 });
    let tags = 0;
    for (const match of text.matchAll(PYTHON_TAG)) {
      if (tags++ >= TOLD) break;
      const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
      if (/^\s*#/u.test(line)) continue;
      inspector.findings.add({
        verdict: 'malicious',
        rule: 'code',
        message: `It holds "${match[0].slice(0, 100)}", which makes an object of Python when it is loaded without care.`,
        code: match[0].slice(0, 160),
        where,
        offset: match.index,
      });
    }
    const { roots, problems } = readYaml(text);
    if (problems.length > 0)
      inspector.tell(
        'incomplete',
        'format',
        'It is not valid YAML; what could be read was looked at.',
        where,
      );
    let told = 0;
    for (const { verdict, message, code, offset } of findInYaml(roots, inspector.names)) {
      if (told++ < TOLD) inspector.findings.add({ verdict, rule: 'code', message, code, where, offset });
    }
    return 'yaml-config';
  },
};

function textOf(source: ByteSource): string | undefined {
  const bytes = source.read(0, MAX_SIZE);
  return decodeUtf8(bytes, 0, bytes.length);
}
