import type { Rule } from '../../analysis/rule';
import type { Link } from '../../catalog/schema/entry';
import type { ReportCatalog } from '../scan-report';
import type { SarifDescriptor, SarifReference, SarifTaxonomy } from './sarif-log';

/** The lists of weaknesses and risks that the rules point to, and where each entry stands in them. */
export class Taxonomies {
  readonly list: readonly SarifTaxonomy[];
  private readonly places = new Map<
    string,
    { readonly id: string; readonly index: number; readonly toolComponent: SarifReference }
  >();

  constructor(catalog: ReportCatalog, rules: readonly Rule[]) {
    const used = new Set(rules.flatMap((rule) => [...rule.risks, ...rule.cwe]));
    const groups = new Map<string, { version: string; organization: string; entries: Entry[] }>();
    const add = (name: string, version: string, organization: string, entry: Entry): void => {
      let group = groups.get(name);
      if (!group) groups.set(name, (group = { version, organization, entries: [] }));
      group.entries.push(entry);
    };
    for (const weakness of catalog.weaknesses.values()) {
      if (used.has(weakness.id)) add('CWE', '', 'MITRE', { ...weakness, label: weakness.id });
    }
    for (const risk of catalog.risks.values()) {
      if (used.has(risk.id)) add(`${risk.framework} ${risk.edition}`, risk.edition, 'OWASP', risk);
    }
    this.list = [...groups].map(([name, { version, organization, entries }], index) => {
      entries.forEach(({ id, label }, at) =>
        this.places.set(id, { id: label, index: at, toolComponent: { name, index } }),
      );
      return {
        name,
        ...(version === '' ? {} : { version }),
        organization,
        isComprehensive: false,
        taxa: entries.map(taxon),
      };
    });
  }

  /** The entries a rule points to, as relations. */
  relationsOf(rule: Rule): NonNullable<SarifDescriptor['relationships']> {
    return [...rule.cwe, ...rule.risks].flatMap((id) => {
      const target = this.places.get(id);
      return target ? [{ target, kinds: ['relevant'] }] : [];
    });
  }
}

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly summary?: string;
  readonly links: readonly Link[];
}

function taxon({ label, title, summary, links }: Entry): SarifDescriptor {
  const helpUri = links[0]?.url;
  return {
    id: label,
    name: title,
    shortDescription: { text: title },
    ...(summary === undefined ? {} : { fullDescription: { text: summary } }),
    ...(helpUri === undefined ? {} : { helpUri }),
  };
}
