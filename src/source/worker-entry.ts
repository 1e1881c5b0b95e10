import { FURTHER_LANGUAGES } from './further-languages';
import type { FurtherLanguages } from './front-ends';

// Entry point of the script that a web worker imports when a document in one of these languages turns up.
(globalThis as { mlsecopsLanguages?: FurtherLanguages }).mlsecopsLanguages = FURTHER_LANGUAGES;
