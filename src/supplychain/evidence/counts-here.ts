const ILLUSTRATIONS = /(?:^|\/)(?:docs?|documentation|examples?|samples?|demos?|tutorials?|cookbooks?)\//iu;
const TESTS =
  /(?:^|\/)(?:tests?|testing|__tests__|specs?|fixtures?|__fixtures__|testdata|test_data)\/|(?:^|\/)(?:test_[^/]*|[^/]*_tests?|conftest)\.(?:py|ipynb)$|\.(?:test|spec)\.[cm]?[jt]sx?$/iu;
/** A folder or file to be filled in, or that others make files of. */
const TEMPLATES =
  /\{\{|\}\}|(?:^|\/)(?:\.github\/)?(?:issue_template|pull_request_template)|\.(?:template|tmpl|example|sample|dist)(?:\.\w+)?$/iu;

/** Whether what stands at a path is the project's own practice: nothing to copy from, and no test data. */
export function countsHere(path: string): boolean {
  return !ILLUSTRATIONS.test(path) && !isTestCode(path) && !isTemplate(path);
}

export function isTestCode(path: string): boolean {
  return TESTS.test(path);
}

/** Examples and documentation show how it could be done. */
export function isIllustration(path: string): boolean {
  return ILLUSTRATIONS.test(path) || isTemplate(path);
}

export function isTemplate(path: string): boolean {
  return TEMPLATES.test(path);
}
