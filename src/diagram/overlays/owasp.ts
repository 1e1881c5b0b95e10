import { entryRef } from '../../catalog/entry-ref';
import type { Framework } from '../../catalog/schema/framework';
import type { Stage } from '../../catalog/schema/lifecycle';
import type { Risk } from '../../catalog/schema/reference';
import type { Mark, OverlayGroup, OverlayRow } from '../overlay';
import { frameworkName } from './framework-name';
import { fewNamed, listed, stagePlaces } from './naming';
import { overStages, withRows } from './over-stages';
import type { OverlayContext } from './overlay-context';
import type { OverlayBody, OverlayDefinition } from './overlay-definition';
import { counted, sentences, spokenCount } from './wording';

/** The risks of one edition of an OWASP list: where they bite, what closes them, who does it. */
export function owaspOverlay(framework: Framework): OverlayDefinition {
  const { id, superseded } = framework;
  const name = frameworkName(framework);
  return {
    id,
    title: superseded ? `${name} (superseded)` : name,
    group: 'OWASP and threats',
    make: (context) => make(context, id, name),
  };
}

function make(context: OverlayContext, framework: string, name: string): OverlayBody {
  const { guide } = context;
  const risks = [...guide.risks.values()].filter((risk) => risk.id.startsWith(`${framework}:`));
  return {
    question: `Where does each risk of the ${name} bite, and what closes it there?`,
    legend: [
      { glyph: 'triangle', tone: 'info', text: 'Risk at this stage' },
      ...(risks.some((risk) => context.relations.neighbours('risks', risk.id, 'risks').length > 0)
        ? ([{ glyph: 'ring', tone: 'neutral', text: 'Named here under its number in another list' }] as const)
        : []),
      ...(context.workspace
        ? ([{ glyph: 'star', tone: 'bad', text: 'Risk with findings in this workspace' }] as const)
        : []),
    ],
    stages: overStages(guide, (stage) => {
      const here = risks.flatMap((risk) => riskAt(context, risk, stage) ?? []);
      const marks = [...here].sort((a, b) => rank(a) - rank(b)).map(markOf);
      return {
        marks,
        groups: [
          {
            title: 'Risks at this stage',
            rows: here.map((at) => ({ ...markOf(at), text: closing(context, at) })),
          },
          attacks(context, stage, risks),
        ],
        strength: here.length,
        spoken: spokenCount(
          here.map(({ risk }) => shortId(risk)),
          'risk',
        ),
      };
    }),
    groups: withRows([{ title: 'All risks', rows: risks.map((risk) => wholeRow(context, risk)) }]),
  };
}

interface RiskAt {
  readonly risk: Risk;
  readonly stage: Stage;
  /** The stage names this very risk, not only its twin in another list. */
  readonly direct: boolean;
  readonly findings: number;
}

function riskAt({ relations, workspace }: OverlayContext, risk: Risk, stage: Stage): RiskAt | undefined {
  const direct = stage.risks.includes(risk.id);
  const same = relations.neighbours('risks', risk.id, 'risks').filter((id) => stage.risks.includes(id));
  if (!direct && same.length === 0) return undefined;
  const found = (id: string) => workspace?.findingsByRisk.get(id)?.get(stage.id) ?? 0;
  return { risk, stage, direct, findings: Math.max(found(risk.id), ...same.map(found)) };
}

function rank({ findings, direct }: RiskAt): number {
  return findings > 0 ? 0 : direct ? 1 : 2;
}

function markOf({ risk, direct, findings }: RiskAt): Mark {
  const title = `${risk.label} ${risk.title}${findings > 0 ? `, ${counted(findings, 'finding')}` : ''}`;
  const base = { label: shortId(risk), title, ref: entryRef('risks', risk.id) };
  if (findings > 0) return { glyph: 'star', tone: 'bad', ...base };
  return direct ? { glyph: 'triangle', tone: 'info', ...base } : { glyph: 'ring', tone: 'neutral', ...base };
}

/** `LLM04` of `LLM04:2026`. */
function shortId({ label }: Risk): string {
  return label.split(':')[0] ?? label;
}

/** What closes the risk at this stage, with which tools, and who does it. */
function closing({ guide, relations }: OverlayContext, { risk, stage, findings }: RiskAt): string {
  const atStage = new Set(relations.neighbours('stages', stage.id, 'controls'));
  const here = risk.controls.filter((id) => atStage.has(id));
  const elsewhere = risk.controls.filter((id) => !atStage.has(id));
  return sentences(
    findings > 0 ? `${counted(findings, 'finding')} in this workspace` : '',
    listed('Closed here by', guide, 'controls', here),
    elsewhere.length > 0 ? `Closed elsewhere by ${elsewhere.join(', ')}` : '',
    listed('OpenSSF tools', guide, 'tools', risk.tools),
    risk.tools.length === 0 && risk.unhelped !== undefined ? `OpenSSF tools: none. ${risk.unhelped}` : '',
    listed('Who does it', guide, 'roles', rolesFor({ guide, relations }, stage, here)),
  );
}

/** Who is responsible for an activity at the stage that puts one of the controls in place; else who leads the stage. */
function rolesFor({ guide, relations }: OverlayContext, stage: Stage, controls: readonly string[]): string[] {
  const responsible = relations
    .neighbours('stages', stage.id, 'activities')
    .flatMap((id) => guide.activities.get(id) ?? [])
    .filter((activity) => activity.controls.some((control) => controls.includes(control)))
    .flatMap((activity) => activity.responsible);
  return responsible.length > 0 ? [...new Set(responsible)] : stage.roles.lead;
}

function attacks({ guide, relations }: OverlayContext, stage: Stage, risks: readonly Risk[]): OverlayGroup {
  const rows = stage.attacks.flatMap(({ risk: id, text }): OverlayRow[] => {
    const same = new Set([id, ...relations.neighbours('risks', id, 'risks')]);
    const risk = risks.find((one) => one.id === id) ?? risks.find((one) => same.has(one.id));
    const ref = risk && entryRef('risks', risk.id);
    return risk && ref
      ? [{ glyph: 'triangle', tone: 'bad', label: shortId(risk), title: risk.title, text, ref }]
      : [];
  });
  return { title: `How it looks at ${guide.stages.get(stage.id)?.shortTitle ?? stage.title}`, rows };
}

function wholeRow({ guide, relations }: OverlayContext, risk: Risk): OverlayRow {
  const stages = [...guide.stages.values()].filter(
    (stage) =>
      stage.risks.includes(risk.id) ||
      relations.neighbours('risks', risk.id, 'risks').some((id) => stage.risks.includes(id)),
  );
  const places = stagePlaces(
    guide,
    stages.map(({ id }) => id),
  );
  return {
    glyph: 'triangle',
    tone: 'info',
    label: shortId(risk),
    title: risk.title,
    text: sentences(
      places === '' ? 'At no stage' : `Stages: ${places}`,
      fewNamed('Closed by', guide, 'controls', risk.controls),
      fewNamed('OpenSSF tools', guide, 'tools', risk.tools),
    ),
    ref: entryRef('risks', risk.id),
  };
}
