import { withoutControlCharacters } from './control-characters';

/** Everything that Markdown or HTML would take for markup; backticks stay in pairs so that code in messages reads well. */
export function escapeMarkdown(text: string): string {
  const clean = withoutControlCharacters(text).replace(/\t/g, ' ');
  return clean
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1 ? part.replace(/\|/g, '\\|') : part.replace(/[\\`*_{}[\]<>#|&!]/g, '\\$&'),
    )
    .join('');
}
