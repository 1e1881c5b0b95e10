import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EditorSession } from './support/editor-session';

/** One question of a security lead: the clicks from the open panel, and what must then stand there. */
interface Question {
  readonly asked: string;
  readonly picture: string;
  readonly lifecycle?: string;
  /** Chosen in the menu of overlays: one click opens it, one chooses. */
  readonly overlay?: string;
  /** A button with this name: one click. */
  readonly button?: RegExp;
  readonly drawn?: readonly RegExp[];
  readonly told: readonly RegExp[];
}

const QUESTIONS: readonly Question[] = [
  {
    asked: 'Where do security artifacts and checks of artifacts help?',
    picture: 'artifacts',
    overlay: 'artifacts',
    told: [/signature/iu, /SBOM/u, /provenance/iu, /Checks/u],
  },
  {
    asked: 'How is each OWASP ML Top 10 risk mitigated?',
    picture: 'owasp-ml',
    overlay: 'owasp-ml-2023',
    drawn: [/ML06/u, /ML02/u],
    told: [/Data Poisoning Attack/u, /C16|Dataset versioning/u],
  },
  {
    asked: 'How is each LLM risk mitigated?',
    picture: 'owasp-llm-2026',
    lifecycle: 'LLMSecOps',
    overlay: 'owasp-llm-2026',
    drawn: [/LLM04/u],
    told: [/Excessive Agency/u],
  },
  {
    asked: 'And under the numbers of 2025?',
    picture: 'owasp-llm-2025',
    lifecycle: 'LLMSecOps',
    overlay: 'owasp-llm-2025',
    told: [/System Prompt Leakage/u],
  },
  {
    asked: 'How is each agentic risk mitigated?',
    picture: 'owasp-agentic',
    lifecycle: 'LLMSecOps',
    overlay: 'owasp-agentic-2026',
    drawn: [/ASI04/u],
    told: [/Agent Goal Hijack/u],
  },
  {
    asked: 'Where do open- and closed-source data, models and code touch the supply chain?',
    picture: 'open-closed',
    overlay: 'open-closed',
    told: [/open/iu, /closed/iu, /Hosted/u],
  },
  {
    asked: 'Who is responsible?',
    picture: 'roles',
    overlay: 'roles',
    drawn: [/SP/u],
    told: [/Product security engineer/u, /Data scientist/u],
  },
  {
    asked: 'What concerns me as a data scientist?',
    picture: 'as-data-scientist',
    overlay: 'as:DS',
    told: [/Data scientist/u],
  },
  {
    asked: 'How mature are we?',
    picture: 'maturity',
    overlay: 'maturity',
    told: [/Pinned and inventoried/u, /Verified and gated/u],
  },
  {
    asked: 'What changes for LLMs?',
    picture: 'compare',
    button: /^Compare/u,
    told: [/new/iu, /gone/iu, /Experimentation/u, /Develop/u],
  },
  {
    asked: 'Which OpenSSF tools close which gaps, and which gaps stay open?',
    picture: 'openssf-tools',
    overlay: 'openssf-tools',
    told: [/Gaps that stay open/u, /Sigstore/u],
  },
  {
    asked: 'Where do AI-specific tools such as model signing fit?',
    picture: 'signing',
    overlay: 'signing',
    drawn: [/sign/iu, /verify/iu],
    told: [/OpenSSF Model Signing|Model signing/u],
  },
  {
    asked: 'How does it map to NIST AI RMF?',
    picture: 'nist-ai-rmf',
    overlay: 'nist-ai-rmf',
    told: [/GOVERN 1/u],
  },
  { asked: '… to SSDF 1.1?', picture: 'ssdf', overlay: 'nist-ssdf-1.1', told: [/PW\.4/u] },
  { asked: '… to SP 800-218A?', picture: '218a', overlay: 'nist-218a', told: [/PW\.3/u] },
  { asked: '… to CSA AICM?', picture: 'csa-aicm', overlay: 'csa-aicm', told: [/MDS-\d\d/u] },
  { asked: '… to MAESTRO?', picture: 'maestro', overlay: 'maestro', told: [/Foundation Models/u] },
  { asked: '… to MITRE ATLAS?', picture: 'atlas', overlay: 'mitre-atlas', told: [/AML\.T0010/u] },
  { asked: '… to SLSA?', picture: 'slsa', overlay: 'slsa', told: [/L3/u] },
  { asked: '… to CWE?', picture: 'cwe', overlay: 'cwe', told: [/CWE-502/u] },
  {
    asked: 'How do two frameworks map onto each other?',
    picture: 'crosswalk',
    button: /^Crosswalk/u,
    told: [/Rows/u, /Columns/u],
  },
  {
    asked: 'What does good practice look like at a stage?',
    picture: 'good-practice',
    button: /Experimentation/u,
    told: [/Good practice|How to do it|steps/iu],
  },
  {
    asked: "Where does the working group's own list of threats stand?",
    picture: 'threats',
    overlay: 'threats',
    told: [/Membership inference/iu, /Threat democratization/iu, /Point-in-time/iu],
  },
];

describe('the lifecycle panel answers', () => {
  let session: EditorSession;
  let panel: FrameLocator;
  const overlays = () => panel.getByRole('combobox', { name: /^Overlay/u });

  beforeAll(async () => {
    session = await EditorSession.open({ trustEverything: true, webHost: false });
    session.page.setDefaultTimeout(20_000);
    await session.page.setViewportSize({ width: 1600, height: 1000 });
    await session.workbench.showContainer();
    await session.workbench.view('Findings').rows().first().waitFor({ timeout: 60_000 });
    await session.workbench.command('MLSecOps: Open Lifecycle');
    panel = session.workbench.panel();
    await panel.getByRole('button', { name: 'Diagram', exact: true }).waitFor({ timeout: 60_000 });
    // The panel alone, as wide as the window allows.
    await session.workbench.command('View: Close Primary Side Bar');
  });
  afterAll(async () => {
    await session.close();
  });

  it.each(QUESTIONS)(
    '$asked',
    async ({ picture, lifecycle = 'MLSecOps', overlay, button, drawn = [], told }) => {
      // To where everybody starts: the diagram of the lifecycle, nothing selected, no overlay.
      await panel.getByRole('button', { name: 'Diagram', exact: true }).click();
      await panel.getByRole('button', { name: lifecycle, exact: true }).click();
      const overview = panel.getByRole('button', { name: 'Overview', exact: true });
      if (await overview.isVisible()) await overview.click();
      await overlays().selectOption('');

      if (overlay !== undefined) await overlays().selectOption(overlay);
      if (button !== undefined) await panel.getByRole('button', { name: button }).first().click();

      for (const text of told) await expect.poll(async () => panel.locator('body').innerText()).toMatch(text);
      const diagram = drawn.length > 0 ? await panel.locator('svg').allTextContents() : [];
      for (const text of drawn) expect(diagram.join('\n')).toMatch(text);
      await session.page.mouse.move(5, 5);
      await session.page.waitForTimeout(400);
      await session.picture(`question-${picture}`);
    },
  );
});
