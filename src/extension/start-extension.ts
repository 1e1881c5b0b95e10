import { Uri, window, workspace, type ExtensionContext, type TreeView } from 'vscode';
import type { FromPanel } from '../protocol/panel';
import { registerAgentTools } from './agent/register-agent-tools';
import { CLIENT_NAME, type ClientEnvironment } from './client/client-factory';
import { LensClient } from './client/lens-client';
import { findingCommands } from './commands/finding-commands';
import { lifecycleCommands } from './commands/lifecycle-commands';
import { maturityCommands } from './commands/maturity-commands';
import { modelCommands } from './commands/model-commands';
import { projectCommands } from './commands/project-commands';
import { supplyChainCommands } from './commands/supply-chain-commands';
import { registerCommands } from './commands/register-commands';
import type { LensApi } from './extension-api';
import { openGuidanceLinks } from './links/guidance-links';
import { FindingsStore } from './findings/findings-store';
import { FindingsView } from './findings/findings-view';
import { FindingsViewState } from './findings/findings-view-state';
import type { GroupingContext } from './findings/grouping';
import { ChosenLifecycle } from './lifecycle/chosen-lifecycle';
import { ActiveStages } from './lifecycle/active-stages';
import { KeptLifecycleFilter } from './lifecycle/kept-filter';
import { LifecycleView } from './lifecycle/lifecycle-view';
import { followServer } from './client/follow-server';
import { MaturityView } from './maturity/maturity-view';
import { decorateModels } from './model-editor/model-decorations';
import { provideModelEditor } from './model-editor/model-editor-provider';
import type { ModelHost } from './model-editor/model-host';
import { ModelSignatures } from './model-editor/signatures/model-signatures';
import { ModelVerdicts } from './model-editor/model-verdicts';
import { ScannedVerdicts } from './model-editor/scanned-verdicts';
import { VirtualTexts } from './model-editor/virtual-texts';
import { PanelController } from './panel/panel-controller';
import { panelActions } from './panel/panel-actions';
import { provideProjectFileCompletions } from './project-file/completion-provider';
import { WorkspaceScan } from './scan/workspace-scan';
import { scanWhenVisible } from './scan/scan-when-visible';
import { LanguageStatus } from './status/language-status';
import { StatusItem } from './status/status-item';
import { SupplyChainState } from './supplychain/supply-chain-state';
import { SupplyChainView } from './supplychain/supply-chain-view';
import { SurveyRequests } from './supplychain/survey-requests';
import { SurveySource } from './supplychain/survey-source';
import { Owner } from './support/owner';

/**
 * Builds the extension from its parts and returns; the language server starts afterwards. Shared by the desktop and the
 * web, which differ in `environment` and `models` alone.
 */
export function startExtension(
  context: ExtensionContext,
  environment: ClientEnvironment,
  models: ModelHost,
): LensApi {
  const owner = new Owner();
  context.subscriptions.push(owner);
  const pathOf = (uri: string): string => workspace.asRelativePath(Uri.parse(uri));

  const log = owner.own(window.createOutputChannel(CLIENT_NAME, { log: true }));
  const client = owner.own(new LensClient(environment, log, context.extension.id, context.extensionUri));
  const store = owner.own(new FindingsStore());
  const scan = owner.own(new WorkspaceScan(client, log));
  const state = owner.own(new FindingsViewState(context.workspaceState));
  const active = owner.own(new ActiveStages(client));
  const chosen = owner.own(new ChosenLifecycle(context.workspaceState));
  const filter = owner.own(new KeptLifecycleFilter(context.workspaceState));
  const grouping = (): GroupingContext => ({ catalog: client.catalog, lifecycle: chosen.id, pathOf });

  const findings = owner.own(new FindingsView({ store, state, scan, chosen, context: grouping }));
  const lifecycle = owner.own(new LifecycleView({ client, store, active, chosen, filter, pathOf }));
  const requests = new SurveyRequests(client);
  const source = owner.own(new SurveySource(client, requests));
  const parts = owner.own(new SupplyChainState(context.workspaceState));
  const supplyChain = owner.own(new SupplyChainView({ client, source, state: parts, scan, chosen, log }));
  const maturity = owner.own(new MaturityView({ client, source, scan, log }));
  const panel: PanelController = owner.own(
    new PanelController({
      extensionUri: context.extensionUri,
      client,
      store,
      scan,
      source,
      active,
      onMessage: (message: FromPanel) => act(message),
      onUnknownMessage: () => log.warn('The lifecycle panel sent a message that is not known.'),
    }),
  );
  const act = panelActions({ store, findings, scan, source, log });

  const verdicts = owner.own(new ModelVerdicts());
  const reports = owner.own(new VirtualTexts('mlsecops-model-report'));
  const signatures = owner.own(new ModelSignatures(models));
  const scanned = owner.own(new ScannedVerdicts(store));
  owner.own(decorateModels({ verdicts, scanned, signatures }));
  owner.own(
    provideModelEditor({
      extensionUri: context.extensionUri,
      host: models,
      verdicts,
      signatures,
      log,
      learn: (entry) => panel.open({ entry }),
    }),
  );
  owner.own(new StatusItem(store, scan));
  owner.own(new LanguageStatus(client, store));
  owner.own(followServer(client, store, findings));
  owner.own(provideProjectFileCompletions(client));
  owner.own(registerAgentTools(client));
  owner.own(openGuidanceLinks((guidance) => panel.open(guidance), log));
  const views = [findings.view, lifecycle.view, supplyChain.view, maturity.view];
  owner.own(scanWhenVisible(views as readonly TreeView<unknown>[], scan, log));
  owner.own(
    registerCommands(
      {
        ...findingCommands({ store, state, view: findings, panel, context: grouping }),
        ...lifecycleCommands({
          client,
          chosen,
          filter,
          panel,
          store,
          extensionId: context.extension.id,
          log,
        }),
        ...modelCommands({ host: models, verdicts, reports, signatures, log }),
        ...supplyChainCommands({ source, state: parts, view: supplyChain, panel, requests }),
        ...maturityCommands({ client, requests, memory: context.globalState }),
        ...projectCommands({ client, scan, requests, log, extensionId: context.extension.id }),
      },
      log,
    ),
  );

  // The server must not hold up the window that is opening.
  const ready = new Promise<void>((resolve) => setTimeout(resolve, 0)).then(() => client.start());
  return { ready, findings: () => store.all() };
}
