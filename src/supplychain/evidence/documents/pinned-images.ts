import type { ImageReference } from '../../../source/content/image-reference';
import type { Observation } from '../observation';

/** Base images: by digest, or not. One whose name is put together says nothing. */
export function pinnedImages(images: readonly ImageReference[]): readonly Observation[] {
  return images
    .filter(({ isPartial, digest }) => !isPartial || digest !== undefined)
    .map(({ text, digest, range }) => {
      const holds = /^sha256:[0-9a-f]{64}$/u.test(digest ?? '');
      const detail = holds ? `\`${text}\` names a digest` : `\`${text}\` names no digest`;
      return { evidence: 'EV-DOCKER-DIGEST', holds, detail, range };
    });
}
