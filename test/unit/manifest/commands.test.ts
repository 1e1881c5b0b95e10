import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/extension/names/commands';
import { linkedCommands, manifest, textOf } from './manifest';

const { commands, menus, keybindings, submenus } = manifest.contributes;
const declared = commands.map(({ command }) => command);
const palette = new Map(menus['commandPalette']?.map(({ command, when }) => [command, when]));

describe('commands', () => {
  test('the manifest declares exactly the commands that the code registers', () => {
    expect([...declared].sort()).toEqual(Object.values(COMMANDS).sort());
  });

  test('each has our category and a title in title case without it', () => {
    for (const { command, title, category } of commands) {
      expect(category).toBe('MLSecOps');
      expect(textOf(title), command).toMatch(/^[A-Z]/u);
      expect(textOf(title), command).not.toMatch(/^MLSecOps|\.$/u);
    }
  });

  test('no two have the same title', () => {
    const titles = commands.map(({ title }) => textOf(title));
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('menus, keybindings and links name declared commands', () => {
    const used = [
      ...Object.values(menus)
        .flat()
        .flatMap(({ command }) => (command ? [command] : [])),
      ...keybindings.map(({ command }) => command),
      ...linkedCommands().filter((command) => command.startsWith('mlsecops.')),
    ];
    expect(used.filter((command) => !declared.includes(command))).toEqual([]);
  });

  test('submenus that are used are declared, and the other way round', () => {
    const used = Object.values(menus)
      .flat()
      .flatMap(({ submenu }) => (submenu ? [submenu] : []));
    expect(new Set(used)).toEqual(new Set(submenus.map(({ id }) => id)));
    for (const { id } of submenus) expect(menus[id]?.length).toBeGreaterThan(0);
  });

  test('a command that needs a row or an argument is not in the palette', () => {
    const hidden = [...palette].filter(([, when]) => when === 'false').map(([command]) => command);
    expect(hidden.sort()).toEqual(
      [
        ...[COMMANDS.attest, COMMANDS.copyEntryLink, COMMANDS.createFromTemplate, COMMANDS.learn],
        ...[COMMANDS.openFinding, COMMANDS.openPlace, COMMANDS.showInLifecycle],
      ].sort(),
    );
  });

  test('a command on findings is in the palette only when there are findings', () => {
    for (const name of [
      'nextFinding',
      'previousFinding',
      'copyFinding',
      'explainFinding',
      'filterFindings',
    ] as const) {
      expect(palette.get(COMMANDS[name]), name).toBe('mlsecops.hasFindings');
    }
  });

  test('a command on parts is in the palette only when there are parts', () => {
    for (const name of ['filterParts', 'goToUse', 'explainPart', 'copyPurl', 'exportBom'] as const) {
      expect(palette.get(COMMANDS[name]), name).toBe('mlsecops.hasParts');
    }
  });

  test('a command with a button has an icon', () => {
    const inline = Object.values(menus)
      .flat()
      .filter(({ group }) => group === 'inline' || group?.startsWith('navigation'));
    for (const { command } of inline) {
      if (!command) continue;
      expect(commands.find((candidate) => candidate.command === command)?.icon, command).toMatch(
        /^\$\([\w-]+\)$/u,
      );
    }
  });
});
