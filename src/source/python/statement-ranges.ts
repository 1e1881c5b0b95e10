export { StatementRanges } from '../statement-ranges';
