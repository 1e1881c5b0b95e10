export { CompareIntro } from './compare/compare-intro';
export { CompareView } from './compare/compare-view';
export { CrosswalkIntro } from './crosswalk/crosswalk-intro';
export { CrosswalkView } from './crosswalk/crosswalk-view';
export { LineageIntro } from './lineage/lineage-intro';
export { LineageView } from './lineage/lineage-view';
