import { member, stringOf, valuesWithin, type JsonValue } from '../../json/json-value';
import type { ConfigTeller } from './config-findings';

/** Steps of `tokenizer.json` between text and tokens. */
const STEPS = ['normalizer', 'pre_tokenizer', 'post_processor', 'decoder'];
const ADDRESS = /(?:https?:\/\/|www\.)\S|!\[[^\]]*\]\(|<script/iu;

/** A step of a tokenizer that puts an address into what goes in or comes out: the model never sees it. */
export function findInTokenizer(root: JsonValue, { tell }: ConfigTeller): void {
  for (const step of STEPS) {
    const value = member(root, step);
    if (!value) continue;
    for (const each of valuesWithin(value)) {
      const content = stringOf(member(each, 'content'));
      if (content !== undefined && ADDRESS.test(content)) {
        tell(
          'suspicious',
          'code',
          `The ${step} of the tokenizer puts an address into the text.`,
          each.at,
          content.slice(0, 120),
        );
      }
    }
  }
}
