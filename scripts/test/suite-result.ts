/** What one suite of `npm test` counts. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
}
