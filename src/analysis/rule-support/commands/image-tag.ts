import type { ImageReference } from '../../../source/content/image-reference';
import type { RuleContext } from '../../rule';
import { isPartlyUnknown } from './known-value';

/** What an image's name says of its content. */
export type ImageTagState = 'digest' | 'version' | 'moving' | 'none' | 'unknown';

const MOVING =
  /(?:^|[-_.])(?:latest|main|master|nightly|edge|dev|develop|stable|rolling|lts|current|canary|head|trunk|snapshot|preview|testing|unstable|experimental)(?:$|[-_.])/iu;
const RELEASE_NAME =
  /(?:^|[-_.])(?:buster|bullseye|bookworm|trixie|sid|xenial|bionic|focal|jammy|noble|oracular|plucky)(?:$|[-_.])/iu;

export function imageTagState({ repository, tag, digest }: ImageReference): ImageTagState {
  if (digest !== undefined) return 'digest';
  if (/^localhost(?:[:/]|$)/u.test(repository)) return 'unknown';
  if (tag === undefined) {
    const last = repository.slice(repository.lastIndexOf('/') + 1);
    return isPartlyUnknown(last) || last === '' ? 'unknown' : 'none';
  }
  if (/^(?:latest|main|master|nightly)$/iu.test(tag)) return 'moving';
  if (isPartlyUnknown(tag)) return 'unknown';
  const hasVersion = /\d+\.\d+|\d{4,}|^v?\d+(?:$|-)|^[0-9a-f]{7,40}$/iu.test(tag);
  if (hasVersion) return 'version';
  if (MOVING.test(tag)) return 'moving';
  return RELEASE_NAME.test(tag) || /\d/u.test(tag) ? 'version' : 'moving';
}

/** Whether a command of the same document builds the image, so that no registry is asked. */
export function isBuiltHere({ repository }: ImageReference, { content }: RuleContext): boolean {
  return content.commands.some(
    ({ program, words }) =>
      (program === 'docker' || program === 'podman' || program === 'buildah' || program === 'nerdctl') &&
      words.some(({ text }) => text === 'build' || text === 'tag' || text === 'bud') &&
      words.some(({ text }) => text.replace(/^(?:--tag=|-t=?)/u, '').replace(/:[^/]*$/u, '') === repository),
  );
}
