import { describe, expect, it } from 'vitest';
import { NO_PACKAGE_VERSIONS } from '../../../src/analysis/package-versions';
import { NOTHING_IMPORTED } from '../../../src/analysis/summaries/imported-knowledge';
import { PythonFrontEnd } from '../../../src/source/python/python-front-end';
import { testEngine } from '../../support/analyze';
import { onlyFinding } from '../../support/findings-of';

const SERVER = 'import os\nimport httpx\nfrom mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("app")\n\n';

describe('what a client passes to a tool', () => {
  const code = `${SERVER}async def load(address):\n    async with httpx.AsyncClient() as client:\n        return await client.get(address)\n\n@mcp.tool()\nasync def fetch(url: str) -> str:\n    page = await load(url)\n    return page.text\n`;

  it('is followed through a helper, step by step', () => {
    const { path, message } = onlyFinding('tool-parameter-to-url', code);
    expect(message).toContain('the tool `fetch`');
    expect(path[0]?.label).toBe('what a model passes to the tool `fetch`');
    expect(path.at(-1)?.label).toBe('reaches `httpx.AsyncClient().get`');
    expect(path.length).toBeGreaterThan(1);
  });

  it('is followed as well when a workspace is scanned, where files know of each other', () => {
    const engine = testEngine();
    const imported = engine.imported(NOTHING_IMPORTED, 'python');
    const model = imported.link(new PythonFrontEnd().parse(code).model);
    const input = { model, imported, path: 'server.py', packages: NO_PACKAGE_VERSIONS };
    const found = engine.analyze(input).findings.map(({ ruleId }) => ruleId);
    expect(found).toContain('tool-parameter-to-url');
  });
});

describe('a secret that a tool returns', () => {
  it('shows its way', () => {
    const code = `${SERVER}KEY = os.environ["SERVICE_API_KEY"]\n\n@mcp.tool()\ndef info() -> dict:\n    settings = {"key": KEY}\n    return settings\n`;
    const { path } = onlyFinding('tool-returns-secret', code);
    expect(path[0]?.label).toBe('`SERVICE_API_KEY` is read');
    expect(path.at(-1)?.label).toBe('returned by `info`');
  });

  it('is not named in the message by its value', () => {
    const code = `${SERVER}@mcp.tool()\ndef info() -> str:\n    return os.getenv("DB_PASSWORD", "hunter2")\n`;
    expect(onlyFinding('tool-returns-secret', code).message).not.toContain('hunter2');
  });
});
