import type { ModelView } from '../../report/model/view/model-view';

/** Short words for verdicts: of a finding, and of a name that a pickle imports. */
export const VERDICT_WORDS: Readonly<
  Record<ModelView['verdict'], { readonly finding: string; readonly name: string }>
> = {
  malicious: { finding: 'Malicious.', name: 'harmful' },
  suspicious: { finding: 'Suspicious.', name: 'unknown' },
  incomplete: { finding: 'Not analysed.', name: 'not analysed' },
  safe: { finding: 'Note.', name: 'known' },
};
