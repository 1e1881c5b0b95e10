import { loadExportsWith } from '../../src/report/lifecycle/exports-module';
import { FURTHER_LANGUAGES } from '../../src/source/further-languages';
import { useLanguages } from '../../src/source/front-ends';

import { loadBomWith } from '../../src/supplychain/bom/bom-module';
import { loadInspectorWith } from '../../src/workspace/model-files/inspector-module';

// As the command line does: everything that is tested from its sources can read every language.
useLanguages(FURTHER_LANGUAGES);
loadInspectorWith(async () => ({
  ...(await import('../../src/models/inspect')),
  ...(await import('../../src/models/budget')),
}));
loadBomWith(() => import('../../src/supplychain/bom/write-bom'));
loadExportsWith(async () => (await import('../../src/report/lifecycle/lifecycle-exports')).LIFECYCLE_EXPORTS);
