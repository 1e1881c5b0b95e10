import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

export const ROOT = join(import.meta.dirname, '../../..');

const menuEntry = v.object({
  command: v.optional(v.string()),
  submenu: v.optional(v.string()),
  when: v.optional(v.string()),
  group: v.optional(v.string()),
});
const setting = v.looseObject({
  scope: v.optional(v.string()),
  markdownDescription: v.optional(v.string()),
  default: v.optional(v.unknown()),
});
const step = v.object({
  id: v.string(),
  title: v.string(),
  description: v.string(),
  media: v.object({ svg: v.string(), altText: v.string() }),
  completionEvents: v.array(v.string()),
});

/** The manifest as far as these tests read it. */
const schema = v.looseObject({
  icon: v.string(),
  categories: v.array(v.string()),
  activationEvents: v.array(v.string()),
  capabilities: v.looseObject({
    untrustedWorkspaces: v.looseObject({ supported: v.boolean() }),
    virtualWorkspaces: v.looseObject({ supported: v.boolean() }),
  }),
  contributes: v.looseObject({
    commands: v.array(
      v.object({
        command: v.string(),
        title: v.string(),
        category: v.string(),
        icon: v.optional(v.string()),
      }),
    ),
    menus: v.record(v.string(), v.array(menuEntry)),
    submenus: v.array(v.object({ id: v.string(), label: v.string(), icon: v.string() })),
    keybindings: v.array(v.looseObject({ command: v.string(), when: v.string() })),
    viewsContainers: v.object({
      activitybar: v.array(v.object({ id: v.string(), title: v.string(), icon: v.string() })),
    }),
    views: v.record(
      v.string(),
      v.array(v.looseObject({ id: v.string(), name: v.string(), icon: v.string() })),
    ),
    viewsWelcome: v.array(v.object({ view: v.string(), contents: v.string(), when: v.string() })),
    configuration: v.object({ title: v.string(), properties: v.record(v.string(), setting) }),
    grammars: v.array(
      v.object({
        scopeName: v.string(),
        path: v.string(),
        language: v.optional(v.string()),
        injectTo: v.optional(v.array(v.string())),
      }),
    ),
    languages: v.array(v.looseObject({ id: v.string(), extensions: v.array(v.string()) })),
    customEditors: v.array(
      v.object({
        viewType: v.string(),
        displayName: v.string(),
        selector: v.array(v.object({ filenamePattern: v.string() })),
        priority: v.picklist(['default', 'option']),
      }),
    ),
    yamlValidation: v.array(v.object({ fileMatch: v.array(v.string()), url: v.string() })),
    walkthroughs: v.array(v.looseObject({ id: v.string(), icon: v.string(), steps: v.array(step) })),
  }),
});

export const manifest = v.parse(schema, JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

export const texts = v.parse(
  v.record(v.string(), v.string()),
  JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8')),
);

/** The text behind a `%key%`. */
export function textOf(reference: string): string {
  return texts[/^%(.+)%$/u.exec(reference)?.[1] ?? ''] ?? '';
}

/** Every `when` clause of menus, keybindings and welcome texts. */
export function whenClauses(): readonly string[] {
  const { menus, keybindings, viewsWelcome } = manifest.contributes;
  return [...Object.values(menus).flat(), ...keybindings, ...viewsWelcome].flatMap(({ when }) =>
    when ? [when] : [],
  );
}

/** Commands that welcome texts and walkthrough steps link to. */
export function linkedCommands(): readonly string[] {
  return Object.values(texts).flatMap((text) =>
    [...text.matchAll(/\(command:([\w.]+)\)/gu)].map((match) => match[1] ?? ''),
  );
}
