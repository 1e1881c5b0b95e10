import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { parseJson } from '../../json/parse-json';
import type { JsonValue } from '../../json/json-value';
import { decodeUtf8 } from '../../pickle/pickle-text';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { analyseTemplate } from '../jinja/analyse-template';
import { chatTemplates } from './chat-templates';
import { findInConfig, type ConfigTeller } from './config-findings';
import { configKind } from './config-kind';
import { beginsLikeJson } from './is-json';
import { findInPipeline } from './pipeline-index';
import { findInTokenizer } from './tokenizer-rules';

/** The largest tokenizers have some thirty megabytes. */
const MAX_SIZE = 64 * 1024 * 1024;
const TOLD = 100;

/**
 * Reads the JSON files beside a model: `config.json`, `tokenizer_config.json`, `tokenizer.json`, `model_index.json`,
 * `adapter_config.json` and so on, each known by its keys. JSON that has none of them is somebody else's.
 */
export const configReader: FormatReader = {
  recognises({ source, head }: Candidate): boolean {
    return source.size <= MAX_SIZE && beginsLikeJson(head);
  },

  inspect(inspector: Inspector, source: ByteSource, { where }: Surroundings): Format | undefined {
    const bytes = source.read(0, MAX_SIZE);
    const text = decodeUtf8(bytes, 0, bytes.length)?.replace(/^\uFEFF/u, '');
    const root = text === undefined ? undefined : parseJson(text, true).root;
    const kind = root && configKind(root);
    if (!root || !kind) return undefined;
    inspector.budget.take('bytes', source.size);
    let told = 0;
    const teller: ConfigTeller = {
      inspector,
      tell(verdict, rule, message, offset, code) {
        if (told++ >= TOLD) return;
        inspector.findings.add({
          verdict,
          rule,
          message,
          where,
          offset,
          ...(code === undefined ? {} : { code }),
        });
      },
    };
    addFacts(inspector, root, where);
    findInConfig(root, teller);
    findInPipeline(root, teller);
    findInTokenizer(root, teller);
    for (const { title, text: template, at } of chatTemplates(root)) {
      analyseTemplate(inspector, { title, text: template, where, offset: at });
    }
    return kind;
  },
};

function addFacts({ facts }: Inspector, root: JsonValue, where: string): void {
  for (const { key: name, value } of root.kind === 'object' ? root.entries : []) {
    if (value.kind === 'string' && !name.includes('chat_template'))
      facts.addProperty({ name, value: value.value, where });
    if (value.kind === 'number') facts.addProperty({ name, value: value.text, where });
    if (value.kind === 'boolean') facts.addProperty({ name, value: `${value.value}`, where });
    if (
      value.kind === 'array' &&
      value.items.length > 0 &&
      value.items.length < 20 &&
      value.items.every(({ kind }) => kind === 'string')
    ) {
      facts.addProperty({
        name,
        value: value.items.map((item) => (item.kind === 'string' ? item.value : '')).join(', '),
        where,
      });
    }
  }
}
