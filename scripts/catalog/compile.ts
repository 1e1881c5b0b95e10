import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packApis, packCore } from './pack-core';
import { checkCatalogFiles, readCatalogFiles, REPOSITORY } from './read-catalog';

const result = checkCatalogFiles(readCatalogFiles());
if (result.ok) {
  write('core.generated.json', packCore(result.entries));
  const {
    apis: _apis,
    secrets: _secrets,
    pickleGlobals,
    modelNames,
    packageNames,
    packageMistakes,
    packageAdvisories,
    partApis,
    modelProviders,
    aiLibraries,
    knownParts,
    templates,
    ...guide
  } = result.entries;
  write('guide.generated.json', guide);
  write('packages.generated.json', { packageNames, packageMistakes, packageAdvisories });
  write('parts.generated.json', { partApis: packApis(partApis), modelProviders, aiLibraries });
  // Beside the bundles, like the guide: only what makes an inventory reads it.
  write('known-parts.generated.json', { knownParts });
  write('templates.generated.json', { templates });
  // A file of its own: only what inspects model files carries it.
  write('pickle-globals.generated.json', { pickleGlobals });
  write('model-names.generated.json', { modelNames });
} else {
  for (const problem of result.problems) console.error(problem);
  process.exitCode = 1;
}

/** Writes a generated file of the catalog. Where a fact is documented is for whoever edits it; nothing that runs shows it. */
function write(name: string, data: object): void {
  const text = `${JSON.stringify(data, (key, value: unknown) => (key === 'docs' ? undefined : value))}\n`;
  writeFileSync(join(REPOSITORY, 'src/catalog', name), text);
  const lists = Object.values(data) as (readonly unknown[])[];
  const count = lists.reduce((sum, list) => sum + list.length, 0);
  console.log(`${name}: ${count} entries, ${Math.ceil(text.length / 1000)} kB`);
}
