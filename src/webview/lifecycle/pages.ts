export { RiskDetail } from './detail/risk-detail';
export { RuleDetail } from './detail/rule-detail';
export { StageDetail } from './detail/stage-detail';
export { EntryPage } from './entry/entry-page';
export { PartDetail } from './lineage/part-detail';
export { OverlayDetail } from './overlay/overlay-detail';
