import { ColorThemeKind, window } from 'vscode';

/** Whether the editor is light or dark: what is drawn for a file follows it. */
export function themeNow(): 'light' | 'dark' {
  const { kind } = window.activeColorTheme;
  return kind === ColorThemeKind.Light || kind === ColorThemeKind.HighContrastLight ? 'light' : 'dark';
}
