import { oneLine } from '../../report/one-line';
import type {
  AssessedAsk,
  AssessedEvidence,
  Contradiction,
  EvidencePlace,
  EvidenceState,
} from '../../supplychain/maturity/assessment';
import type { JudgedAttestation } from '../../supplychain/maturity/attestation';
import { VIEW_ITEMS } from '../names/views';
import { placeOfUse, useText } from '../supplychain/part-uses';
import { escapeMarkdown } from '../support/markdown';
import type { TreeNode } from '../tree/tree-node';
import { ATTESTATION_WORDS, STATE_LOOKS } from './evidence-look';
import { evidenceMenu, evidencePage, evidenceTitle, evidenceTooltip } from './evidence-texts';
import type { MaturityInput } from './maturity-input';

/** States in which there is something to bring or to say. */
const OPEN_STATES: ReadonlySet<EvidenceState> = new Set(['missing', 'not-observable']);

/** A line of a dimension: what is asked for, what is known of it, and where it shows. */
export function askNode(ask: AssessedAsk, parent: string, input: MaturityInput): TreeNode {
  const { guide, folder, evidence } = input;
  const known = ask.anyOf.flatMap((id) => evidence.get(id) ?? []);
  // What decides the state of the line is the piece of evidence to act on.
  const main = known.find(({ state }) => state === ask.state) ?? known[0];
  const id = main?.id ?? ask.anyOf[0] ?? '';
  const nodeId = `${parent}/${ask.level} ${ask.anyOf.join(' ')}`;
  const title = ask.anyOf.map((each) => evidenceTitle(guide, each)).join(' or ');
  const { word, icon } = STATE_LOOKS[ask.state];
  const places = main ? evidencePlaces(main, nodeId, folder) : [];
  const template = guide.evidence.get(id)?.template;
  return {
    id: nodeId,
    label: title,
    description: [ask.level, ...(main ? placesText(main) : [])].join(' · '),
    tooltip: ask.anyOf.map((each) => evidenceTooltip(guide, each)).join('\n\n---\n\n'),
    icon,
    menu: OPEN_STATES.has(ask.state) ? evidenceMenu(guide, id, template) : VIEW_ITEMS.entry,
    spoken: `${title}, asked for at level ${ask.level.slice(1)}: ${word}`,
    learn: { entry: evidencePage(guide, id) },
    evidence: { folder, id, ...(template === undefined ? {} : { template }) },
    ...(places.length > 0 ? { children: () => places } : {}),
  };
}

function placesText({ state, count, attestation }: AssessedEvidence): readonly string[] {
  if (attestation) return [`${oneLine(attestation.by)}, ${attestation.on}`];
  if (count === 0 || (state !== 'found' && state !== 'contradicted')) return [];
  return [count === 1 ? '1 place' : `${count} places`];
}

/** Where evidence shows, and what somebody says of it. */
function evidencePlaces(one: AssessedEvidence, id: string, folder: string): readonly TreeNode[] {
  return [
    ...(one.attestation ? [attestationNode(one.attestation, `${id}/attested`)] : []),
    ...placeNodes(one.places, one.count, id, folder),
  ];
}

/** Places, each a row that leads there. */
export function placeNodes(
  places: readonly EvidencePlace[],
  count: number,
  id: string,
  folder: string,
): readonly TreeNode[] {
  const rows = places.map((place, at): TreeNode => {
    const path = oneLine(place.path);
    const where = useText({ ...place, via: '' });
    const detail = oneLine(place.detail);
    return {
      id: `${id}/place ${at}`,
      label: useText({ ...place, path: path.slice(path.lastIndexOf('/') + 1), via: '' }),
      description: detail,
      tooltip: `${escapeMarkdown(where)}  \n${escapeMarkdown(detail)}`,
      icon: { name: 'go-to-file' },
      menu: VIEW_ITEMS.partUse,
      spoken: `${where}, ${detail}`,
      place: placeOfUse(place, folder),
      click: 'openPlace',
    };
  });
  const more = count - places.length;
  return more > 0 ? [...rows, { id: `${id}/more`, label: `${more} more`, icon: { name: 'ellipsis' } }] : rows;
}

/** Something that speaks against good practice. */
export function contradictionNode(one: Contradiction, parent: string, input: MaturityInput): TreeNode {
  const { guide, folder } = input;
  const id = `${parent}/${one.id}`;
  const title = evidenceTitle(guide, one.id);
  const weight = one.counts ? `weighs ${one.severity}` : 'information only';
  return {
    id,
    label: title,
    description: `${weight} · ${one.count === 1 ? '1 place' : `${one.count} places`}`,
    tooltip: evidenceTooltip(guide, one.id),
    icon: one.counts ? STATE_LOOKS.contradicted.icon : { name: 'info' },
    menu: VIEW_ITEMS.entry,
    spoken: `${title}, speaks against good practice, ${weight}`,
    learn: { entry: evidencePage(guide, one.id) },
    children: () => placeNodes(one.places, one.count, id, folder),
  };
}

/** What somebody says of evidence, and whether it counts. */
export function attestationNode(one: JudgedAttestation, id: string, title?: string): TreeNode {
  const { by, on, until, note, state } = one;
  const says = `${oneLine(by)} on ${on}${until === undefined ? '' : `, until ${until}`}`;
  const outcome = ATTESTATION_WORDS[state];
  return {
    id,
    label: title ?? `Attested by ${says}`,
    description: [title === undefined ? '' : says, outcome, note === undefined ? '' : oneLine(note)]
      .filter(Boolean)
      .join(' · '),
    tooltip: [`Attested by ${escapeMarkdown(says)}`, outcome, note === undefined ? '' : escapeMarkdown(note)]
      .filter(Boolean)
      .join('\n\n'),
    icon: state === 'counts' ? STATE_LOOKS.attested.icon : STATE_LOOKS.contradicted.icon,
    spoken: `${title ?? 'Attested'}, by ${says}${outcome === '' ? '' : `, ${outcome}`}`,
  };
}
