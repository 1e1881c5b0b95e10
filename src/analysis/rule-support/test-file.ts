/** Whether a path is that of a test: code that runs on data it made, on a developer's machine or in CI. */
export function isTestFile(path: string): boolean {
  return (
    /(?:^|\/)(?:tests?|testing|test(?:ing)?_?utils)\//i.test(path) ||
    /(?:^|\/)(?:test_[^/]*|[^/]*_test|(?:[^/]*_)?test(?:ing)?_?utils|conftest)\.(?:py|ipynb)$/i.test(path)
  );
}
