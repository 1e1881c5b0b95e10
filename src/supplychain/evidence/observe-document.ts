import type { CollectInput } from '../facts/collect-input';
import { isProgramLanguage } from '../../source/program-language';
import { NO_CONTENT } from '../../source/content/document-content';
import { codeEvidence } from './code/code-evidence';
import { countsHere, isIllustration } from './counts-here';
import { clusterEvidence } from './documents/cluster-evidence';
import { configuredEvidence } from './documents/configured-evidence';
import type { DocumentView } from './documents/document-view';
import { imageEvidence } from './documents/image-evidence';
import { packageEvidence } from './documents/package-evidence';
import { scriptEvidence } from './documents/script-evidence';
import { toldByContent } from './documents/told-by-content';
import { workflowEvidence } from './documents/workflow-evidence';
import type { Observation } from './observation';

/** Words below which a prompt is a placeholder. */
const PROMPT_WORDS = 5;

/** Everything in a document that speaks for or against evidence, in the order in which it stands. */
export function observeDocument(input: CollectInput): readonly Observation[] {
  const { model, path, role, content = NO_CONTENT } = input;
  const view: DocumentView = { path, model, content, role };
  if (isProgramLanguage(model.language)) {
    if (isIllustration(path)) return [];
    return [...codeEvidence(model, path), ...(content.commands.length > 0 ? scriptEvidence(view) : [])];
  }
  if (!countsHere(path)) return [];
  return [...ofKind(view), ...ofAny(view)].sort((a, b) => a.range.start - b.range.start);
}

function ofKind(view: DocumentView): readonly Observation[] {
  const { model, role, content } = view;
  if (role === 'workflow') return workflowEvidence(view);
  if (role === 'prompt') return promptEvidence(view);
  if (model.language === 'dockerfile') return imageEvidence(view);
  if (role === 'package-lock') return [];
  return [
    ...configuredEvidence(view),
    ...content.data.flatMap((root) => [...clusterEvidence(root), ...toldByContent(root, view.path)]),
  ];
}

function ofAny(view: DocumentView): readonly Observation[] {
  return [...packageEvidence(view), ...scriptEvidence(view)];
}

/** A prompt in a file of its own, if there is something in it. */
function promptEvidence({ model, path }: DocumentView): readonly Observation[] {
  if (model.text.split(/\s+/u).filter((word) => /\w/u.test(word)).length < PROMPT_WORDS) return [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [
    {
      evidence: 'EV-PROMPTS-AS-CODE',
      holds: true,
      detail: `a prompt in a file (\`${name}\`)`,
      range: { start: 0, end: 0 },
    },
  ];
}
