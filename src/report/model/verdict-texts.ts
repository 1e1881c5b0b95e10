import type { Verdict } from '../../models/verdict/finding';

/** What a verdict means, in plain words. */
export const VERDICT_TEXTS: Readonly<Record<Verdict, { readonly title: string; readonly text: string }>> = {
  safe: { title: 'Safe', text: 'Loading it runs only what the frameworks themselves write.' },
  incomplete: { title: 'Not fully analysed', text: 'Nothing was found in what could be looked at.' },
  suspicious: {
    title: 'Suspicious',
    text: 'Loading it runs code that nobody can vouch for, or the file is not as an honest one is.',
  },
  malicious: { title: 'Malicious', text: 'Loading it does harm.' },
};
