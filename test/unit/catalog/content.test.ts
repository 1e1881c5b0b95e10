import { describe, expect, it } from 'vitest';
import { checkCatalogFiles, readCatalogFiles } from '../../../scripts/catalog/read-catalog';
import { ENTRY_KINDS } from '../../../src/catalog/entry-kinds';
import { frameworkMembers } from '../../../src/catalog/framework-members';
import { guideEntry } from '../../../src/catalog/guide-entry';
import { findHoles } from '../../../src/catalog/holes';
import { Relations } from '../../../src/catalog/relations';

const result = checkCatalogFiles(readCatalogFiles());
if (!result.ok) throw new Error(result.problems.join('\n'));
const { catalog } = result;
const relations = new Relations(catalog);
/** Every entry that people read, with its kind and id for messages. */
const described = ENTRY_KINDS.flatMap((kind) =>
  [...catalog[kind].keys()].flatMap((id) => guideEntry(catalog, kind, id) ?? []),
);

describe('the catalog', () => {
  it.each([['mlsecops'], ['llmsecops']])('has nine stages in %s', (id) => {
    expect(catalog.lifecycles.get(id)?.stages).toHaveLength(9);
  });

  it.each([
    ['owasp-ml-2023', 10],
    ['owasp-llm-2023', 10],
    ['owasp-llm-2025', 10],
    ['owasp-llm-2026', 10],
    ['owasp-agentic-2026', 10],
    ['mitre-atlas', 208],
    ['mitre-atlas-mitigations', 40],
    ['maestro', 7],
    ['scorecard', 20],
    ['s2c2f', 25],
    ['osps-baseline', 41],
  ])('has all of %s: %i entries', (framework, count) => {
    const members = frameworkMembers(catalog, framework);
    const headings = new Set([...catalog.items.values()].flatMap(({ parent }) => parent ?? []));
    expect(members.filter(({ id }) => !headings.has(id))).toHaveLength(count);
  });

  it('has the 72 subcategories of the AI RMF, the 42 tasks of SSDF 1.1 and the 48 of SP 800-218A', () => {
    const ids = [...catalog.items.keys()];
    expect(ids.filter((id) => /^nist-ai-rmf:[A-Z]+-\d+\.\d+$/u.test(id))).toHaveLength(72);
    expect(ids.filter((id) => /^nist-ssdf-1\.1:[A-Z]{2}\.\d+\.\d+$/u.test(id))).toHaveLength(42);
    expect(ids.filter((id) => /^nist-218a:[A-Z]{2}\.\d+\.\d+$/u.test(id))).toHaveLength(48);
  });

  it('has the 18 domains of the AI Controls Matrix and the 16 tactics of ATLAS', () => {
    const domains = [...catalog.items.values()].filter(
      ({ framework, parent }) => framework === 'csa-aicm' && parent === undefined,
    );
    expect(domains).toHaveLength(18);
    expect(catalog.tactics.size).toBe(16);
  });

  it('has the thirteen threats of the working group, placed on stages of both lifecycles', () => {
    expect(catalog.threats.size).toBe(13);
    for (const { id, stages } of catalog.threats.values()) {
      const homes = new Set(stages.map((stage) => catalog.stages.get(stage)?.lifecycle));
      expect(homes.size, id).toBe(2);
    }
  });

  it('has no hole: no orphan, no risk without a control, no control without a stage, no page missing', () => {
    expect(findHoles(catalog, relations)).toEqual([]);
  });

  it('sends every retired id to entries that are in use', () => {
    expect(catalog.retired.size).toBeGreaterThan(0);
    for (const { id, replacedBy } of catalog.retired.values()) {
      for (const ref of replacedBy) expect(relations.all('retired', id)).toContain(ref);
      for (const kind of ENTRY_KINDS) if (kind !== 'retired') expect(catalog[kind].has(id), id).toBe(false);
    }
  });

  it('joins every risk of the LLM list of 2025 to one of 2026', () => {
    const pairs = [...catalog.risks.values()].filter(({ id }) => id.startsWith('owasp-llm-2025:'));
    for (const { same, title } of pairs) {
      const [current] = same.map((id) => catalog.risks.get(id));
      expect(current?.edition).toBe('2026');
      // Renamed in 2026, and the only one that was.
      expect(current?.title).toBe(title === 'System Prompt Leakage' ? 'Hidden Context Exposure' : title);
    }
    expect(pairs).toHaveLength(10);
  });

  it('has the 48 controls, each at a stage and against a risk', () => {
    expect(catalog.controls.size).toBe(48);
    const closing = new Set([...catalog.risks.values()].flatMap(({ controls }) => controls));
    for (const { id, stages } of catalog.controls.values()) {
      expect(stages, id).not.toEqual([]);
      // The threat model and the incident response answer to every risk.
      if (id !== 'C01' && id !== 'C44') expect(closing.has(id), id).toBe(true);
    }
  });

  it('reaches every stage of a lifecycle along its flows', () => {
    for (const { id, stages, flows } of catalog.lifecycles.values()) {
      const reached = new Set(stages.slice(0, 1));
      for (const from of reached) {
        for (const flow of flows) if (flow.from === from) reached.add(flow.to);
      }
      expect([...reached].sort(), id).toEqual([...stages].sort());
    }
  });

  it('leads back from monitoring to training', () => {
    const flows = catalog.lifecycles.get('mlsecops')?.flows ?? [];
    expect(flows).toContainEqual({
      from: 'continuous-monitoring',
      to: 'continuous-training',
      label: 'Retraining trigger',
    });
  });

  it('gives every stage something to show in each section', () => {
    for (const stage of catalog.stages.values()) {
      const sections = [
        stage.artifacts,
        stage.checks,
        stage.risks,
        stage.controls,
        stage.tools,
        stage.guidance,
      ];
      for (const section of [...sections, stage.roles.lead]) expect(section, stage.id).not.toEqual([]);
      expect(
        stage.artifacts.some(({ security }) => security),
        stage.id,
      ).toBe(true);
      expect(stage.signals.paths, stage.id).not.toEqual([]);
    }
  });

  it('names in each check only controls of its stage', () => {
    for (const { id, checks, controls } of catalog.stages.values()) {
      expect(controls, id).toEqual(expect.arrayContaining(checks.flatMap((check) => check.controls)));
    }
  });

  it('lists no role twice at a stage', () => {
    for (const { id, roles } of catalog.stages.values()) {
      const all = [...roles.lead, ...roles.supports];
      expect(all, id).toEqual([...new Set(all)]);
    }
  });

  it('links over https only', () => {
    const urls = described.flatMap(({ links }) => links.map(({ url }) => url));
    const docs = [...catalog.apis, ...catalog.secrets].flatMap((entry) => entry.docs ?? []);
    expect(urls.length).toBeGreaterThan(200);
    for (const url of [...urls, ...docs]) expect(new URL(url).protocol, url).toBe('https:');
  });

  it('links each CWE and ATLAS entry to its own page', () => {
    for (const { id, links } of catalog.weaknesses.values()) {
      expect(links[0]?.url).toBe(`https://cwe.mitre.org/data/definitions/${id.replace('CWE-', '')}.html`);
    }
    for (const { id, links } of catalog.techniques.values()) {
      expect(links[0]?.url).toBe(`https://atlas.mitre.org/techniques/${id}`);
    }
  });

  it('ends summaries and guidance with a full stop and shouts nowhere', () => {
    const summaries = described.filter(({ kind }) => kind !== 'retired').map(({ summary }) => summary);
    const guidance = [...catalog.stages.values()].flatMap((stage) => stage.guidance);
    for (const text of [...summaries, ...guidance]) expect(text).toMatch(/^[^!]+\.$/u);
  });
});
