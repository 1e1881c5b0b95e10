import type { ImageReference } from '../content/image-reference';
import type { TextRange } from '../range';

/** Takes the name of an image apart: `registry:5000/team/name:tag@sha256:...`. */
export function imageReference(
  text: string,
  range: TextRange,
  place: ImageReference['place'],
): ImageReference {
  const bare = text.replace(/^docker:\/\//u, '');
  const isPartial = /\$|\{\{/u.test(bare);
  const [named = '', digest] = bare.split(/@(?=sha\d+:)/u);
  // The parts of a variable may hold colons too: `${NAME:-x}:tag`.
  const plain = named.replace(/\$?\{\{.*?\}\}|\$\{[^}]*\}/gu, (variable) => '_'.repeat(variable.length));
  const colon = plain.lastIndexOf(':');
  const hasTag = colon > plain.lastIndexOf('/');
  return {
    text,
    repository: hasTag ? named.slice(0, colon) : named,
    tag: hasTag ? named.slice(colon + 1) : undefined,
    digest,
    isPartial,
    range,
    place,
  };
}
