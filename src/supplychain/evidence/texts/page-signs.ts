import type { LocatedObservation } from '../../facts/located-facts';
import { writtenWords } from './filled-prose';
import { onLine, type EvidenceText } from './placed-text';

/** A page for people that is known by its name. */
interface PageSign {
  readonly evidence: string;
  readonly path: RegExp;
  /** Fewer words that somebody wrote are a template or an empty file. */
  readonly words: number;
  readonly detail: string;
  /** What must stand in it. */
  readonly holds?: RegExp;
}

const PROSE = String.raw`\.(?:md|mdx|markdown|rst|adoc|txt|html?|ipynb)$`;

const PAGES: readonly PageSign[] = [
  { evidence: 'EV-README', path: /^readme(?:\.\w+)?$/iu, words: 10, detail: 'a readme' },
  {
    evidence: 'EV-LICENSE',
    path: /^(?:(?:licen[cs]e|copying|unlicense)(?:[-._].*)?|licenses\/.+)$/iu,
    words: 10,
    detail: 'a license',
  },
  {
    evidence: 'EV-SECURITY-MD',
    path: /^(?:\.github\/|\.gitlab\/|docs\/)?security\.(?:md|rst|txt|adoc)$/iu,
    words: 12,
    detail: 'a security policy',
  },
  {
    evidence: 'EV-THREATMODEL',
    path: new RegExp(String.raw`(?:^|/)(?:threat[-_ ]?model[^/]*|threat[-_]?models?/[^/]+)${PROSE}`, 'iu'),
    words: 40,
    detail: 'a threat model',
  },
  {
    evidence: 'EV-RISKREG',
    path: new RegExp(
      String.raw`(?:^|/)(?:risk[-_]?register[^/]*|risks|risk[-_]card[^/]*|ai[-_]risks?[^/]*)${PROSE}`,
      'iu',
    ),
    words: 30,
    detail: 'a register of risks',
  },
  {
    evidence: 'EV-INVENTORY',
    path: new RegExp(
      String.raw`(?:^|/)(?:model[-_]registry|model[-_]inventory|ai[-_]inventory)[^/]*${PROSE}`,
      'iu',
    ),
    words: 20,
    detail: 'an inventory',
  },
  {
    evidence: 'EV-MODELCARD',
    path: new RegExp(String.raw`(?:^|/)[^/]*model[-_]?card[^/]*${PROSE}`, 'iu'),
    words: 30,
    detail: 'a model card',
  },
  {
    evidence: 'EV-DATACARD',
    path: new RegExp(String.raw`(?:^|/)(?:datasheet|data[-_]?card|dataset[-_]?card)[^/]*${PROSE}`, 'iu'),
    words: 30,
    detail: 'a data card',
  },
  {
    evidence: 'EV-IRPLAN',
    path: new RegExp(
      String.raw`(?:^|/)(?:incident[-_ ]?(?:response|plan|handling|management)?[^/]*)${PROSE}`,
      'iu',
    ),
    words: 40,
    detail: 'an incident plan',
    // The story of one incident is no plan.
    holds: /\b(?:respon(?:d|se)|escalat|contain|roll ?back|playbook|on[- ]call)/iu,
  },
  {
    evidence: 'EV-IRPLAN',
    path: new RegExp(String.raw`(?:^|/)(?:[^/]*runbook[^/]*|runbooks/[^/]+)${PROSE}`, 'iu'),
    words: 40,
    detail: 'a runbook for models',
    holds: /roll(?:ing)? ?back[\s\S]*\bmodel|\bmodel[\s\S]*roll(?:ing)? ?back/iu,
  },
];

export function isPage(path: string): boolean {
  return PAGES.some((page) => page.path.test(path));
}

/** What a page is evidence of, if somebody has written it. */
export function pageEvidence(file: EvidenceText): readonly LocatedObservation[] {
  const signs = PAGES.filter((page) => page.path.test(file.path));
  if (signs.length === 0) return [];
  const words = writtenWords(file.text);
  return [
    ...signs
      .filter((sign) => words >= sign.words && (sign.holds?.test(file.text) ?? true))
      .map(({ evidence, detail }) => onLine(evidence, detail, file)),
    ...(signs.some(({ evidence }) => evidence === 'EV-MODELCARD') ? dataSection(file) : []),
    ...(signs.some(({ evidence }) => evidence === 'EV-README') ? badge(file) : []),
  ];
}

/** A heading on data in a model card, with something below it. */
export function dataSection(file: EvidenceText): readonly LocatedObservation[] {
  const heading = /^#{1,6}[ \t]+[^\n]*\b(?:data|datasets?|corpus|corpora)\b[^\n]*$/gimu;
  for (const match of file.text.matchAll(heading)) {
    const below = file.text.slice(match.index + match[0].length).split(/^#{1,6}\s/mu, 1)[0] ?? '';
    if (writtenWords(below) >= 8) return [onLine('EV-DATASECTION', 'a section on data', file, match.index)];
  }
  return [];
}

function badge(file: EvidenceText): readonly LocatedObservation[] {
  const visible = file.text.replace(/<!--[\s\S]*?-->/gu, (comment) => ' '.repeat(comment.length));
  const at = visible.search(
    /https:\/\/(?:www\.)?bestpractices\.(?:dev|coreinfrastructure\.org)\/(?:\w\w\/)?projects\/\d+/u,
  );
  return at === -1 ? [] : [onLine('EV-BASELINE-BADGE', 'a badge of the best practices', file, at)];
}
