import { withoutControlCharacters } from './control-characters';

/** A text of a file that nobody trusts, as it may stand in a line of a report. */
export function oneLine(text: string): string {
  return withoutControlCharacters(text.replace(/[\n\r\t]/gu, ' '));
}
