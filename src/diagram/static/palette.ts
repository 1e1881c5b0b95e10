import type { Tone } from '../overlay';

export type Theme = 'light' | 'dark';

/** Colours of a drawing that stands alone: there is no editor whose theme it could take. */
interface Palette {
  readonly background: string;
  readonly foreground: string;
  readonly quiet: string;
  readonly line: string;
  readonly edge: string;
  readonly domains: readonly [string, string, string, string];
  readonly tones: Readonly<Record<Tone, string>>;
  /** How strongly the bands under the stages are tinted. */
  readonly band: number;
}

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    background: '#ffffff',
    foreground: '#1f2328',
    quiet: '#57606a',
    line: '#c4ccd4',
    edge: '#6e7781',
    domains: ['#8250df', '#0969da', '#1a7f37', '#bc4c00'],
    tones: {
      neutral: '#57606a',
      good: '#1a7f37',
      partly: '#9a6700',
      bad: '#cf222e',
      info: '#0969da',
      data: '#0550ae',
      model: '#8250df',
      code: '#116329',
      tool: '#bc4c00',
    },
    band: 0.13,
  },
  dark: {
    background: '#161a20',
    foreground: '#e6edf3',
    quiet: '#9ea7b3',
    line: '#454d57',
    edge: '#8b949e',
    domains: ['#bc8cff', '#58a6ff', '#56d364', '#f0883e'],
    tones: {
      neutral: '#9ea7b3',
      good: '#56d364',
      partly: '#e3b341',
      bad: '#ff7b72',
      info: '#58a6ff',
      data: '#79c0ff',
      model: '#d2a8ff',
      code: '#7ee787',
      tool: '#ffa657',
    },
    band: 0.17,
  },
};
