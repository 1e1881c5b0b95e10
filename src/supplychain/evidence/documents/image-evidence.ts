import { stageUsers } from '../../../analysis/rule-support/commands/image-user';
import { traitSign } from '../trait-sign';
import type { Observation } from '../observation';
import { observeRuns } from '../tools/observe-runs';
import type { DocumentView } from './document-view';
import { pinnedImages } from './pinned-images';
import { commandRuns } from './pipeline-runs';

/** What a Dockerfile is evidence of. One without `FROM` builds nothing. */
export function imageEvidence({ content }: DocumentView): readonly Observation[] {
  const { instructions, images } = content;
  const last = instructions.findLast(({ keyword }) => keyword === 'FROM');
  if (!last) return [];
  const found: Observation[] = [
    {
      evidence: 'EV-DOCKERFILE',
      holds: true,
      detail: `builds an image on \`${last.text}\``,
      range: last.range,
    },
    { evidence: traitSign('images'), holds: true, detail: 'an image is built', range: last.range },
    ...pinnedImages(images.filter(({ place }) => place === 'dockerfile')),
    ...observeRuns(commandRuns(content.commands, 'image')),
  ];
  // Only the last stage is what is run.
  const user = instructions.findLast(({ keyword, stage }) => keyword === 'USER' && stage === last.stage);
  if (user && stageUsers(instructions, last.stage, images).state === 'other')
    found.push({ evidence: 'EV-NONROOT', holds: true, detail: `\`USER ${user.text}\``, range: user.range });
  return found;
}
