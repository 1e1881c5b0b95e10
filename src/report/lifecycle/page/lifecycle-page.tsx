import { renderToString } from 'preact-render-to-string';
import type { Lifecycle } from '../../../catalog/schema/lifecycle';
import type { Overlay } from '../../../diagram/overlay';
import { makeOverlay, overlayChoices } from '../../../diagram/overlays';
import type { Theme } from '../../../diagram/static/palette';
import { safeMarkup } from '../safe-markup';
import { Comparison } from './compare-part';
import { Controls } from './controls-part';
import { Crosswalks } from './crosswalk-part';
import { DiagramTabs, type DiagramSheet } from './diagram-tabs';
import { Maturity } from './maturity-part';
import type { PageContext } from './page-context';
import { pageStyle } from './page-style';
import { Part } from './parts';
import { Practice } from './practice-part';
import { Risks } from './risks-part';
import { Roles } from './roles-part';
import { Sources } from './sources-part';
import { Stages } from './stages-part';
import { EntryPoints, ToolsAndGaps } from './supply-part';
import { Threats } from './threats-part';

/** No script, no frame, nothing loaded: the style stands in the page, and so does everything else. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export interface LifecyclePageOptions extends PageContext {
  /** The lifecycle that stands first. */
  readonly lifecycle: Lifecycle;
  /** The overlay that is open first. */
  readonly overlay: Overlay | undefined;
  readonly theme: Theme | undefined;
  readonly findings: Readonly<Record<string, number>> | undefined;
}

/** Everything the guide holds as one page that works offline and can be printed. */
export function lifecyclePage(options: LifecyclePageOptions): string {
  const { guide, relations, theme } = options;
  const context = { guide, relations };
  const others = [...guide.lifecycles.values()].filter(({ id }) => id !== options.lifecycle.id);
  const parts = [...diagramParts(context, [options.lifecycle, ...others], options), ...textParts(context)];
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>MLSecOps and LLMSecOps lifecycles</title>
        <style>{pageStyle(theme)}</style>
      </head>
      <body>
        <header>
          <h1>MLSecOps and LLMSecOps lifecycles</h1>
          <p class="quiet">
            Stages, risks, controls, roles and tools of both lifecycles, and how the frameworks map onto them.
            Ids and titles belong to their publishers; the words and, unless marked as verified, the mappings
            are ours.
          </p>
        </header>
        <nav aria-label="Contents">
          <h2>Contents</h2>
          <ol>
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <main>
          {parts.map(({ id, title, body }) => (
            <Part key={id} id={id} title={title}>
              {body}
            </Part>
          ))}
        </main>
      </body>
    </html>
  );
  return safeMarkup(`<!doctype html>\n${renderToString(page)}\n`);
}

function diagramParts(
  context: PageContext,
  lifecycles: readonly Lifecycle[],
  { overlay, findings = {} }: LifecyclePageOptions,
) {
  const sheets = sheetsOf(context);
  return lifecycles.map((lifecycle) => ({
    id: `diagram-${lifecycle.id}`,
    title: lifecycle.title,
    body: (
      <>
        <p>{lifecycle.summary}</p>
        <DiagramTabs
          context={context}
          lifecycle={lifecycle}
          sheets={sheets.filter((sheet) => concerns(sheet, lifecycle))}
          first={overlay?.id}
          findings={findings}
        />
        <Stages context={context} lifecycle={lifecycle} />
      </>
    ),
  }));
}

function sheetsOf({ guide, relations }: PageContext): DiagramSheet[] {
  return [
    { group: 'Plain', overlay: undefined },
    ...overlayChoices(guide).map(({ id, group }) => ({ group, overlay: makeOverlay(guide, relations, id) })),
  ];
}

function concerns({ overlay }: DiagramSheet, { stages }: Lifecycle): boolean {
  return overlay === undefined || stages.some((stage) => (overlay.stages.get(stage)?.marks.length ?? 0) > 0);
}

function textParts(context: PageContext) {
  return [
    { id: 'comparison', title: 'What changes for LLMs', body: <Comparison context={context} /> },
    { id: 'risks', title: 'Risks and what closes them', body: <Risks context={context} /> },
    { id: 'threats', title: 'Threats of the working group', body: <Threats context={context} /> },
    { id: 'controls', title: 'Controls', body: <Controls context={context} /> },
    { id: 'roles', title: 'Who is responsible', body: <Roles context={context} /> },
    { id: 'entry-points', title: 'Open and closed', body: <EntryPoints context={context} /> },
    { id: 'tools', title: 'Tools and gaps', body: <ToolsAndGaps context={context} /> },
    { id: 'maturity', title: 'Maturity', body: <Maturity context={context} /> },
    { id: 'crosswalk', title: 'OWASP, NIST and CSA side by side', body: <Crosswalks context={context} /> },
    { id: 'recipes', title: 'Recipes', body: <Practice context={context} form="recipe" /> },
    { id: 'guides', title: 'Implementation guides', body: <Practice context={context} form="guide" /> },
    { id: 'practice', title: 'Good practice', body: <Practice context={context} form="practice" /> },
    { id: 'sources', title: 'Sources', body: <Sources context={context} /> },
  ];
}
