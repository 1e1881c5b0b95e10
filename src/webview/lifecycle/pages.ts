export { RiskDetail } from './detail/risk-detail';
export { RuleDetail } from './detail/rule-detail';
export { EntryPage } from './entry/entry-page';
