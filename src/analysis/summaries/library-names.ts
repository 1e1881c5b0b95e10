import type { Api } from '../../catalog/schema/api';
import { OwnModules } from './own-modules';

/** Tells whether the API knowledge speaks of something with a name or below it. Made on first use. */
export function libraryNames(apis: () => readonly Api[]): (name: string) => boolean {
  let made: readonly OwnModules[] | undefined;
  return (name) => {
    made ??= (['python', 'javascript'] as const).map((language) => {
      const ofLanguage = apis().filter((api) => (api.language ?? 'python') === language);
      return new OwnModules(ofLanguage, language);
    });
    return made.some((modules) => modules.leadsToApi(name));
  };
}
