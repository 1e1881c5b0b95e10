import { describe, expect, it } from 'vitest';
import { checkCatalogFiles, readCatalogFiles } from '../../../scripts/catalog/read-catalog';
import { countByFramework } from '../../../scripts/catalog/statistics';

const result = checkCatalogFiles(readCatalogFiles());
if (!result.ok) throw new Error(result.problems.join('\n'));
const { catalog } = result;
const { lifecycles, stages, risks, weaknesses, techniques, controls, roles, tools } = catalog;
/** All kinds that have a summary and links. */
const described = [lifecycles, stages, risks, weaknesses, techniques, controls, roles, tools];

describe('the catalog', () => {
  it.each([['mlsecops'], ['llmsecops']])('has nine stages in %s', (id) => {
    expect(catalog.lifecycles.get(id)?.stages).toHaveLength(9);
  });

  it('has ten risks in each edition of an OWASP list', () => {
    expect([...countByFramework(catalog)].sort()).toEqual([
      ['OWASP Agentic Top 10 2026', 10],
      ['OWASP LLM Top 10 2025', 10],
      ['OWASP LLM Top 10 2026', 10],
      ['OWASP ML Top 10 2023', 10],
    ]);
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
    const urls = described.flatMap((kind) =>
      [...kind.values()].flatMap(({ links }) => links.map(({ url }) => url)),
    );
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
    const summaries = described.flatMap((kind) => [...kind.values()].map(({ summary }) => summary));
    const guidance = [...catalog.stages.values()].flatMap((stage) => stage.guidance);
    for (const text of [...summaries, ...guidance]) expect(text).toMatch(/^[^!]+\.$/u);
  });
});
