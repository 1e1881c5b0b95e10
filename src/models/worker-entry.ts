import * as inspector from './inspector-entry';

// Entry point of the script that a web worker imports when a model file turns up.
(globalThis as { mlsecopsInspector?: typeof inspector }).mlsecopsInspector = inspector;
