export { RiskDetail } from './detail/risk-detail';
export { RuleDetail } from './detail/rule-detail';
export { StageDetail } from './detail/stage-detail';
export { EntryPage } from './entry/entry-page';
export { OverlayDetail } from './overlay/overlay-detail';
