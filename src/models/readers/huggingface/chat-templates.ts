import { member, stringOf, type JsonValue } from '../../json/json-value';

/** A template in a configuration. */
export interface ConfigTemplate {
  readonly title: string;
  readonly text: string;
  readonly at: number;
}

const KEYS: ReadonlySet<string> = new Set([
  'chat_template',
  'default_chat_template',
  'additional_chat_templates',
  'chat_templates',
]);

/** Chat templates of a configuration: a text, a list of named ones, or an object of them. */
export function* chatTemplates(root: JsonValue): Generator<ConfigTemplate> {
  for (const { key, value } of root.kind === 'object' ? root.entries : []) {
    if (!KEYS.has(key)) continue;
    if (value.kind === 'string') yield { title: key, text: value.value, at: value.at };
    if (value.kind === 'object') {
      for (const entry of value.entries) {
        if (entry.value.kind === 'string')
          yield { title: `${key}.${entry.key}`, text: entry.value.value, at: entry.value.at };
      }
    }
    for (const item of value.kind === 'array' ? value.items : []) {
      const text = stringOf(member(item, 'template')) ?? stringOf(item);
      if (text !== undefined)
        yield { title: `${key}.${stringOf(member(item, 'name')) ?? ''}`, text, at: item.at };
    }
  }
}
