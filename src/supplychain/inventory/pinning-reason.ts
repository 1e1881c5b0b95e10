import { revisionKind } from '../../analysis/rule-support/revision';
import type { PartKind } from './part-kind';
import type { Pinning } from './sighting';

interface PinnedPart {
  readonly kind: PartKind;
  readonly origin: string;
  readonly version: string | undefined;
  readonly via: string;
}

/** Why a reference counts as fixed or not: one sentence. */
export function pinningReason(pinning: Pinning, part: PinnedPart): string {
  const { kind, version, via } = part;
  switch (pinning) {
    case 'own':
      return 'It belongs to this workspace and changes with it.';
    case 'pinned':
      if (kind === 'hosted-model' || (kind === 'embedding-model' && version === undefined))
        return 'The name stands for one dated version that its provider does not replace.';
      return version === undefined
        ? 'The name stands for one version that is not replaced.'
        : `${capitalised(what(version))} \`${version}\` is one fixed content.`;
    case 'mutable':
      return mutableReason(part);
    case 'unknown':
      if (kind === 'library' && via === 'import')
        return 'It is imported, and no manifest of the workspace names a version.';
      if (kind === 'hosted-model' || kind === 'embedding-model')
        return 'The name does not tell whether it stands for one version.';
      return 'Which version is used cannot be seen here.';
  }
}

function mutableReason({ kind, origin, version }: PinnedPart): string {
  if (kind === 'hosted-model' && origin !== 'ollama')
    return 'The name is an alias: its provider lets it stand for later versions.';
  if (origin === 'remote') return 'The server can change at any time.';
  if (kind === 'image') {
    return version === undefined
      ? 'No digest and no tag: the image of the day is taken.'
      : `The tag \`${version}\` can be pushed again with other content.`;
  }
  if (kind === 'library') {
    return version === undefined ? 'Any version will do.' : `\`${version}\` lets later versions in.`;
  }
  return version === undefined
    ? 'No revision is named, so a later change by its owner is taken unseen.'
    : `\`${version}\` is a branch or tag, which can be moved.`;
}

function what(version: string): string {
  if (version.startsWith('sha256:')) return 'the digest';
  return revisionKind(version) === 'commit' ? 'the commit' : 'the version';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
