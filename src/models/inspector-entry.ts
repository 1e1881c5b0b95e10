// Entry point of the bundle that looks into model files.
export { Budget } from './budget';
export { inspectModel } from './inspect';
