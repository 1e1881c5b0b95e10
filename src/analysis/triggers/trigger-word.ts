/** A word that is searched in the bytes of a text. */
export interface TriggerWord {
  readonly text: string;
  readonly as: TriggerPlace;
}

/**
 * How a word stands in a text:
 *
 * - `text`: anywhere, also within a longer word;
 * - `name`: as a whole identifier, where a program may have one – an identifier between two words of a sentence is none;
 * - `module`: as one that is imported (behind `import`, `from`, a comma or a quote);
 * - `built-in`: as a whole identifier that is nobody's attribute;
 * - `tail`: at the end of a name that is given a value or is that of a function where it is defined, as a word of its own in it: `reset_code =`, not `decode`;
 * - `key`: at the beginning of a run of characters that is long enough for a key; `in-key`: anywhere in one;
 * - `value`: in front of something that may be a key, with little between them;
 * - `bytes`: it is no text but the bytes themselves, one to a character;
 * - `source`: it is not searched itself: the words of something that an outsider fills stand in the text, see {@link SOURCE}.
 */
export type TriggerPlace =
  'text' | 'name' | 'built-in' | 'module' | 'tail' | 'key' | 'in-key' | 'value' | 'bytes' | 'source';

/** Stands in a text as soon as one of the sets of words of sources does. */
export const SOURCE: TriggerWord = { text: 'source', as: 'source' };
