import { FURTHER_LANGUAGES } from '../../src/source/further-languages';
import { useLanguages } from '../../src/source/front-ends';

// As the command line does: everything that is tested from its sources can read every language.
useLanguages(FURTHER_LANGUAGES);
