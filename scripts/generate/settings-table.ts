import type { GeneratedFile } from './generated-file';
import { readManifest, readManifestTexts } from './manifest';
import { GENERATED_NOTE, table } from './markdown';

/** The page of all editor settings. */
export function settingsTable(root: string): GeneratedFile {
  const texts = readManifestTexts(root);
  const text = (key: string): string => texts[/^%(.*)%$/u.exec(key)?.[1] ?? ''] ?? key;
  const rows = Object.entries(readManifest(root).contributes.configuration.properties).map(
    ([name, setting]) => [
      `\`${name}\``,
      text(setting.markdownDescription ?? ''),
      `\`${JSON.stringify(setting.default)}\``,
      setting.scope ?? '',
    ],
  );
  const content = [
    GENERATED_NOTE,
    '# Settings',
    table(['Setting', 'What it does', 'Default', 'Scope'], rows),
  ];
  return { path: 'docs/settings.md', content: `${content.join('\n\n')}\n` };
}
