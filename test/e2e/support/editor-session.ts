import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as browserType, type Browser, type Page } from 'playwright-core';
import { chromium, CHROMIUM_FLAGS } from '../../../scripts/vscode/chromium';
import { editorRuntime } from '../../../scripts/vscode/editor-runtime';
import { startEditor, type EditorOptions, type EditorServer } from '../../../scripts/vscode/editor-server';
import { Workbench } from './workbench';

const root = join(__dirname, '../../..');

function copyExamples(folder: string): void {
  cpSync(join(root, 'examples'), folder, { recursive: true });
}

/** A real VS Code with the packed extension, open on a project of its own, driven as a person would. */
export class EditorSession {
  private constructor(
    private readonly server: EditorServer,
    private readonly browser: Browser,
    readonly page: Page,
    readonly workbench: Workbench,
    /** The project: tests may change it. */
    readonly folder: string,
    private readonly scratch: string,
  ) {}

  /** @param fill puts the project into its folder: a copy of the examples unless given */
  static async open(
    options: Omit<EditorOptions, 'vsix'>,
    fill: (folder: string) => void = copyExamples,
  ): Promise<EditorSession> {
    const scratch = mkdtempSync(join(tmpdir(), 'mlsecops-e2e-'));
    const folder = join(scratch, 'examples');
    mkdirSync(folder);
    fill(folder);
    const vsix = join(root, 'build/mlsecops-lens.vsix');
    const server = await startEditor(await editorRuntime(root), { ...options, vsix });
    const browser = await browserType.launch({ executablePath: await chromium(), args: [...CHROMIUM_FLAGS] });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const workbench = new Workbench(page);
    await page.goto(server.url(folder));
    await workbench.ready();
    return new EditorSession(server, browser, page, workbench, folder, scratch);
  }

  /** Reloads the window with the command, so that the workbench keeps its state first. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: 60_000 });
    await this.workbench.command('Developer: Reload Window');
    await loaded;
    await this.workbench.ready();
  }

  /** The number (from 1) of the first line of a file that holds a text. */
  lineOf(file: string, text: string): number {
    const lines = readFileSync(join(this.folder, file), 'utf8').split('\n');
    const at = lines.findIndex((line) => line.includes(text));
    if (at < 0) throw new Error(`${file} does not hold ${text}`);
    return at + 1;
  }

  /** Keeps a picture of the whole window in test-results/ for a person to look at. */
  async picture(name: string): Promise<void> {
    mkdirSync(join(root, 'test-results'), { recursive: true });
    await this.page.screenshot({ path: join(root, 'test-results', `${name}.png`) });
  }

  /** What the editor's server printed, for a failing test. */
  log(): string {
    return this.server.log();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    rmSync(this.scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
