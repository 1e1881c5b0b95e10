export { CompareIntro } from './compare/compare-intro';
export { CompareView } from './compare/compare-view';
export { CrosswalkIntro } from './crosswalk/crosswalk-intro';
export { CrosswalkView } from './crosswalk/crosswalk-view';
