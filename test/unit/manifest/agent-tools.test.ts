import { expect, test } from 'vitest';
import { AGENT_TOOLS } from '../../../src/agent/agent-tools';
import { AGENT_TOOL_NAMES, editorToolName } from '../../../src/agent/tool-names';
import { manifestTools } from '../../../scripts/generate/manifest-tools';

test('every tool is declared for the editor, with the input that the tool checks', () => {
  expect(AGENT_TOOLS.map(({ name }) => name)).toEqual(AGENT_TOOL_NAMES);
  const declared = manifestTools(AGENT_TOOLS) as readonly {
    readonly name: string;
    readonly toolReferenceName: string;
    readonly inputSchema: { readonly type: string; readonly additionalProperties: boolean };
  }[];
  expect(declared.map(({ name }) => name)).toEqual(AGENT_TOOL_NAMES.map(editorToolName));
  for (const { toolReferenceName, inputSchema } of declared) {
    expect(toolReferenceName).toMatch(/^mlsecops[A-Z]\w+$/u);
    expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
  }
});
