/** Whether a text is a component of Vue or Svelte: markup with scripts in it. */
export function isComponent(text: string): boolean {
  return (
    /^\s*(?:<!--|<(?:script|template|style|svelte:)[\s>])/u.test(text) &&
    /<\/(?:script|template)>/u.test(text)
  );
}

const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/giu;
/** Places in the markup that take HTML as it is, each as long as the call that stands for it. */
const RAW_HTML = /(v-html=")([^"\n]*)"|(\{@html )([^}\n]*)\}/gu;

/**
 * The program of a component: its scripts where they stand, everything else blank, so that places stay what they are. Markup that
 * takes HTML as it is (`v-html="x"`, `{@html x}`) is a call of `_html_` or `_htm_`.
 */
export function scriptsOf(text: string): string {
  let program = '';
  let at = 0;
  for (const match of text.matchAll(SCRIPT)) {
    const body = match[1] ?? '';
    const start = match.index + match[0].length - body.length - '</script>'.length;
    program += markup(text.slice(at, start)) + text.slice(start, start + body.length);
    at = start + body.length;
  }
  return program + markup(text.slice(at));
}

function markup(text: string): string {
  let result = '';
  let at = 0;
  for (const match of text.matchAll(RAW_HTML)) {
    const isVue = match[1] !== undefined;
    result += blank(text.slice(at, match.index));
    result += isVue ? `;_html_(${match[2] ?? ''})` : `;_htm_(${match[4] ?? ''})`;
    at = match.index + match[0].length;
  }
  return result + blank(text.slice(at));
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/gu, (character) => ' '.repeat(character.length));
}
