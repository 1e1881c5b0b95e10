import { lateModule } from '../../source/late-module';
import type { LifecycleExports } from './lifecycle-exports';

const { loadWith, get } = lateModule<LifecycleExports>(
  'Drawings and reports cannot be written in this process.',
);

/** Drawings, pages and reports, loaded when the first of them is asked for. */
export { loadWith as loadExportsWith, get as exportsModule };
