import * as v from 'valibot';
import { FORMATS } from '../../models/formats';
import { MemorySource } from '../../models/bytes/byte-source';
import type { Inspection } from '../../models/inspection';
import { fileProblem } from '../../workspace/file-problem';
import type { FileSystem, OpenFile } from '../../workspace/file-system';
import { inspectorModule } from '../../workspace/model-files/inspector-module';
import type { AgentTool } from '../agent-tool';
import { placeInWorkspace } from '../place-in-workspace';
import { ToolError } from '../tool-error';
import { limitInput, pathInput } from '../tool-inputs';
import type { ToolAnswer } from '../write-answer';

const input = v.strictObject({ path: pathInput, limit: limitInput });

/** Where a file can only be read whole, as on virtual file systems. */
const WHOLE_LIMIT = 256 * 1024 * 1024;

/** `inspect_model`: what a model file is, and what loading it would do. */
export const inspectModelTool: AgentTool<typeof input> = {
  name: 'inspect_model',
  title: 'Inspect a model file',
  description:
    'Says what a model file is (pickle, PyTorch, safetensors, GGUF, ONNX, Keras, archives, ...), what it contains and what loading it would execute. The file is ' +
    'never loaded. Verdicts: safe, incomplete (not everything could be looked at), suspicious, malicious. Ask before code loads a model file.',
  input,
  async run({ path, limit }, workspace, signal) {
    const place = await placeInWorkspace(path, workspace);
    let file: OpenFile;
    try {
      file = await openFile(workspace.files, place.absolute);
    } catch (error) {
      const { message } = fileProblem(place.relative, 'file', error);
      throw new ToolError(`${JSON.stringify(place.relative)} cannot be read: ${message}`);
    }
    try {
      const { inspectModel, Budget } = await inspectorModule();
      const budget = new Budget(undefined, () => signal.aborted);
      const inspection = inspectModel(file, { name: place.relative, budget });
      return { ...described(place.relative, inspection), ...(limit === undefined ? {} : { limit }) };
    } finally {
      file.close();
    }
  },
};

async function openFile(files: FileSystem, path: string): Promise<OpenFile> {
  if (files.open) return files.open(path);
  const source = new MemorySource(await files.read(path, WHOLE_LIMIT));
  return { size: source.size, read: (offset, length) => source.read(offset, length), close: () => undefined };
}

function described(path: string, inspection: Inspection): ToolAnswer {
  const { format, size, verdict, weightsOnly, limits, facts, findings, moreFindings, pickles, members } =
    inspection;
  return {
    about: {
      path,
      format: FORMATS[format],
      size,
      verdict,
      loadsWithWeightsOnly: weightsOnly,
      stoppedAt: limits,
      parameters: facts.parameters,
      tensors: facts.tensors.length + facts.moreTensors,
      ...(moreFindings > 0 ? { moreFindings } : {}),
    },
    lists: {
      findings: findings.map(({ verdict: how, message, where, offset, code, count }) => ({
        verdict: how,
        message,
        member: where,
        offset,
        code,
        count,
      })),
      imports: pickles.flatMap(({ where, imports }) =>
        imports.map(({ module, name, verdict: of, count, calls }) => ({
          name: `${module}.${name}`,
          verdict: of.verdict,
          member: where,
          count,
          calls,
        })),
      ),
      properties: facts.properties.map(({ name, value, where }) => ({ name, value, member: where })),
      members: members.map(({ path: member, size: bytes }) => ({ path: member, size: bytes })),
    },
  };
}
