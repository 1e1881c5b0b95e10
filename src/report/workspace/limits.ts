/** What a report says about itself; the same in every format. */
export const REPORT_LIMITS: readonly string[] = [
  'This report says what was found in files. It is evidence, not a certificate of compliance, and no audit.',
  'What was not found may still be there: practices that leave no trace in a repository are marked as such, and what somebody attests is shown as attested.',
  '“Unknown” means that nothing here tells. It is neither good nor bad.',
  'No model was loaded and no code was run; model files were read byte by byte, within limits that the scan tells of.',
  'How open models are, who offers them and how frameworks map onto findings comes from the catalog that ships with the tool. It is dated, and where a mapping is our own synthesis the catalog says so.',
];
