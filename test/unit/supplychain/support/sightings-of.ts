import '../../../support/use-languages';
import { testEngine } from '../../../support/analyze';
import { statedVersions } from '../../../support/stated-versions';
import { documentKind } from '../../../../src/source/document-kind';
import { parseSource } from '../../../../src/source/front-ends';
import { sightParts } from '../../../../src/supplychain/inventory/sight-parts';
import type { Sighting } from '../../../../src/supplychain/inventory/sighting';

/** The parts that a document uses, read as what its path says it is. */
export function sightingsOf(path: string, text: string): readonly Sighting[] {
  const kind = documentKind(path) ?? { language: 'python' as const, role: undefined };
  const { model, content } = parseSource(text, kind);
  const apis = testEngine({ preset: 'all' }).apiIndex(kind.language);
  return sightParts({ model, content, role: kind.role, path, packages: statedVersions({}), apis });
}

/** In one line each: `model huggingface acme/encoder@main mutable`. Imported libraries and guesses are left out. */
export function sighted(path: string, text: string): readonly string[] {
  return sightingsOf(path, text)
    .filter(({ via, guess }) => via !== 'import' && guess !== true)
    .map(
      ({ kind, origin, name, version, pinning }) =>
        `${kind} ${origin} ${name}${version === undefined ? '' : `@${version}`} ${pinning}`,
    );
}
