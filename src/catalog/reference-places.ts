import type { EntryKind } from './entry-kinds';

/** A place where entries of one kind name entries of another, and how both sides call that. */
export interface ReferencePlace {
  readonly from: EntryKind;
  /** Keys that lead to it; `*` is every item of a list. */
  readonly place: string;
  /** The kind that is named; `any` where the text says the kind itself (`controls/C06`). */
  readonly to: EntryKind | 'any';
  /** Heading of the list on the page of the entry that names; empty where its page shows them otherwise. */
  readonly title: string;
  /** Heading on the page of the entry that is named; empty where that says nothing. */
  readonly reverse: string;
}

const place = (
  from: EntryKind,
  at: string,
  to: ReferencePlace['to'],
  title = '',
  reverse = '',
): ReferencePlace => ({ from, place: at, to, title, reverse });

/** Every place of the catalog where one entry names another. */
export const REFERENCE_PLACES: readonly ReferencePlace[] = [
  place('lifecycles', 'stages.*', 'stages', 'Stages'),
  place('lifecycles', 'flows.*.from', 'stages'),
  place('lifecycles', 'flows.*.to', 'stages'),
  place('stages', 'lifecycle', 'lifecycles', 'Lifecycle'),
  place('stages', 'checks.*.controls.*', 'controls', '', 'Checked at'),
  place('stages', 'roles.lead.*', 'roles', 'Led by', 'Leads'),
  place('stages', 'roles.supports.*', 'roles', 'Supported by', 'Supports'),
  place('stages', 'risks.*', 'risks', 'Risks', 'Stages it touches'),
  place('stages', 'controls.*', 'controls', 'Controls'),
  place('stages', 'tools.*', 'tools', 'Tools'),
  place('stages', 'attacks.*.risk', 'risks', '', 'Attacks at'),
  place('comparisons', 'classic', 'stages', 'Classic stage', 'In the lifecycle for LLMs'),
  place('comparisons', 'llm.*', 'stages', 'Stages for LLMs', 'Compared with the classic lifecycle'),
  place('risks', 'same.*', 'risks', 'The same risk elsewhere'),
  place('risks', 'controls.*', 'controls', 'Controls that close it', 'Risks it closes'),
  place('risks', 'cwe.*', 'weaknesses', 'Weaknesses', 'Risks'),
  place('risks', 'atlas.*', 'techniques', 'Techniques', 'Risks'),
  place('risks', 'items.*', 'items', 'In other frameworks', 'Risks'),
  place('risks', 'official.*.entry', 'any', 'Mapped by the list itself', 'Mapped by OWASP'),
  place('risks', 'tools.*', 'tools', 'OpenSSF tools that help', 'Risks it helps with'),
  place('techniques', 'parent', 'techniques', 'Part of', 'Sub-techniques'),
  place('techniques', 'tactics.*', 'tactics', 'Tactics', 'Techniques'),
  place('techniques', 'stages.*', 'stages', 'Stages', 'Techniques'),
  place('threats', 'risks.*', 'risks', 'OWASP risks', 'Threats of the working group'),
  place('threats', 'techniques.*', 'techniques', 'Techniques', 'Threats of the working group'),
  place('threats', 'controls.*', 'controls', 'Controls', 'Threats of the working group'),
  place('threats', 'stages.*', 'stages', 'Stages', 'Threats of the working group'),
  place('threats', 'tools.*', 'tools', 'OpenSSF tools', 'Threats of the working group'),
  place('controls', 'stages.*', 'stages', 'Stages'),
  place('controls', 'tools.*', 'tools', 'Tools', 'Controls it serves'),
  place('guidance', 'stages.*', 'stages', 'Stages', 'Good practice'),
  place('guidance', 'risks.*', 'risks', 'Risks', 'Good practice'),
  place('guidance', 'controls.*', 'controls', 'Controls', 'Good practice'),
  place('guidance', 'tools.*', 'tools', 'Tools', 'Good practice'),
  place('guidance', 'items.*', 'items', 'In other frameworks', 'Good practice'),
  place('activities', 'stages.*', 'stages', 'Stages', 'Activities'),
  place('activities', 'responsible.*', 'roles', 'Responsible', 'Responsible for'),
  place('activities', 'accountable.*', 'roles', 'Accountable', 'Accountable for'),
  place('activities', 'consulted.*', 'roles', 'Consulted', 'Consulted on'),
  place('activities', 'informed.*', 'roles', 'Informed', 'Informed of'),
  place('activities', 'controls.*', 'controls', 'Controls', 'Activities'),
  place('tools', 'stages.*', 'stages', 'Stages'),
  place('gaps', 'tools.*', 'tools', 'OpenSSF tools', 'Needs it answers'),
  place('gaps', 'alternatives.*', 'tools', 'Tools from elsewhere', 'Needs it helps with'),
  place('gaps', 'stages.*', 'stages', 'Stages', 'Needs and tools'),
  place('gaps', 'risks.*', 'risks', 'Risks', 'Needs and tools'),
  place('gaps', 'controls.*', 'controls', 'Controls', 'Needs and tools'),
  place('entryPoints', 'stages.*', 'stages', 'Stages', 'What enters here'),
  place('entryPoints', 'controls.*', 'controls', 'Controls', 'Where it guards what enters'),
  place('entryPoints', 'risks.*', 'risks', 'Risks', 'What enters with it'),
  place('evidence', 'controls.*', 'controls', 'Controls', 'Evidence'),
  place('evidence', 'risks.*', 'risks', 'Risks', 'Evidence against'),
  place('evidence', 'weaknesses.*', 'weaknesses', 'Weaknesses', 'Evidence'),
  place('maturityLevels', 'elsewhere.*.framework', 'frameworks', 'Elsewhere', 'Maturity levels'),
  place('maturityDimensions', 'stages.*', 'stages', 'Stages', 'Maturity'),
  place('maturityDimensions', 'asks.*.level', 'maturityLevels', '', 'Dimensions'),
  place('maturityDimensions', 'asks.*.anyOf.*', 'evidence', '', 'Asked for by'),
  place('maturityDimensions', 'cappedBy.*', 'evidence', 'Held down by', 'Holds down'),
  place('items', 'framework', 'frameworks', 'Framework'),
  place('items', 'parent', 'items', 'Part of', 'Parts'),
  place('items', 'controls.*', 'controls', 'Controls', 'In other frameworks'),
  place('items', 'stages.*', 'stages', 'Stages', 'In other frameworks'),
  place('items', 'risks.*', 'risks', 'Risks', 'In other frameworks'),
  place('items', 'techniques.*', 'techniques', 'Techniques', 'In other frameworks'),
  place('items', 'weaknesses.*', 'weaknesses', 'Weaknesses', 'In other frameworks'),
  place('items', 'items.*', 'items', 'Corresponds to', 'Corresponds to'),
  place('retired', 'replacedBy.*', 'any', 'Replaced by', 'Stands for'),
  ...(
    [
      'lifecycles',
      'stages',
      'comparisons',
      'risks',
      'weaknesses',
      'tactics',
      'techniques',
      'threats',
      'controls',
      'guidance',
      'roles',
      'activities',
      'tools',
      'gaps',
      'entryPoints',
      'evidence',
      'maturityLevels',
      'maturityDimensions',
      'frameworks',
      'items',
    ] as const
  ).map((kind) => place(kind, 'source', 'sources')),
];
