import type { FromModelPage } from '../../protocol/model/from-model-page';
import type { PageHost } from '../shared/page-host';
import type { PageState } from './page-state';

/** The editor as the page of a model file sees it. */
export type ModelPageHost = PageHost<FromModelPage, PageState>;
