import type { FromPanel, PanelState } from '../../protocol/panel';
import type { PageHost } from '../shared/page-host';

/** The editor as the panel sees it. */
export type PanelHost = PageHost<FromPanel, PanelState>;
