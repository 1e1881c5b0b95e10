/** A line that holds nothing but the control tags of a template, as Helm and Jinja write them. */
const CONTROL_LINE =
  /^[ \t]*(?:\{\{-?\s*(?:if|else|end|range|with|define|include|template|block|toYaml|tpl|\/\*|-|\$)[^\n]*|\{%[^\n]*%\}[ \t]*|\{#[^\n]*#\}[ \t]*)$/gmu;

/** A value put in without quotes. */
const FILLED_IN = /(?<!\$)\{\{[^{}\n]*\}\}/gu;

/**
 * YAML with the tags of a template set apart, so that the rest can be read: control lines become blank, values that are put in
 * become a name that stands for something unknown (`${...}`). The length stays.
 */
export function blankTemplates(text: string): string {
  if (!/^[ \t]*(?:\{\{-?\s*\w|\{%)/mu.test(text) && !/:\s+\{\{/u.test(text)) return text;
  return text
    .replace(CONTROL_LINE, (line) => ' '.repeat(line.length))
    .replace(FILLED_IN, (tag) => `\${${'_'.repeat(tag.length - 3)}}`);
}
