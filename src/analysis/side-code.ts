/**
 * Code beside the product: tests and what they read, documentation, examples. It runs on data it made, on a developer's machine, or
 * is there to be read.
 */
export function isSideCode(path: string): boolean {
  return FOLDERS.test(path) || FILES.test(path);
}

const FOLDERS =
  /(?:^|\/)(?:tests?|testing|test_?utils|testing_?utils|__tests__|specs?|fixtures?|__fixtures__|testdata|test_data|docs?|documentation|examples?|samples?|demos?|tutorials?|cookbooks?)\//iu;
const FILES =
  /(?:^|\/)(?:test_[^/]*|[^/]*_tests?|(?:[^/]*_)?test(?:ing)?_?utils|conftest)\.(?:py|ipynb)$|\.(?:test|spec|stories)\.[cm]?[jt]sx?$/iu;

/** What becomes of findings in such code: shown as information, as severe as anywhere, or not at all. */
export const SIDE_CODE_MODES = ['information', 'full', 'hidden'] as const;
export type SideCodeMode = (typeof SIDE_CODE_MODES)[number];
