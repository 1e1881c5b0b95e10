import { mayMakeParts, shippedParts } from './knowledge/part-apis';
import type { Api } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import { NO_CONTENT, type DocumentContent } from '../../source/content/document-content';
import { isProgramLanguage } from '../../source/program-language';
import type { CollectInput } from '../facts/collect-input';
import { isTestCode } from '../evidence/counts-here';
import type { PartKind } from './part-kind';
import type { Sighting } from './sighting';
import { sightAsked } from './sights/asked';
import { sightConfigured } from './sights/configured';
import { sightCommand } from './sights/commands';
import { withBase } from './sights/adapted';
import { sightDownloads } from './sights/downloaded';
import { withModels } from './sights/tokenizing';
import { sightImage } from './sights/images';
import { sightImports, sightPackage } from './sights/libraries';
import { madeBy, sightMade } from './sights/made';
import type { MadeContext } from './sights/made-context';
import { promptFile, sightNamedPrompts, sightSentPrompts } from './sights/prompts';
import { withServed } from './sights/serving';
import { sightToolCall, sightTools } from './sights/tools';
import { sightModelConfig } from './sights/model-config';
import { sightMcpServers } from './sights/mcp-servers';

const OF_PROGRAMS: readonly PartKind[] = ['prompt', 'tool', 'agent'];

/** Every part of the AI supply chain that a document uses, in the order in which they stand. */
export function sightParts(input: CollectInput): readonly Sighting[] {
  const { model, content = NO_CONTENT } = input;
  const inProgram = isProgramLanguage(model.language) ? ofProgram(input) : [];
  const all = [...inProgram, ...ofContent(content, input)];
  // What tests make for themselves is no part of what the project runs.
  const counted = isTestCode(input.path) ? all.filter(({ kind }) => !OF_PROGRAMS.includes(kind)) : all;
  return withModels(distinct(counted)).sort(
    (a, b) => a.range.start - b.range.start || compare(a.kind, b.kind) || compare(a.name, b.name),
  );
}

function ofProgram({ model, apis, path }: CollectInput): readonly Sighting[] {
  const context = { model, apis, path };
  const found: Sighting[] = [...sightImports(model), ...sightTools(context), ...sightNamedPrompts(context)];
  const makes = mayMakeParts(model);
  for (const call of model.calls) {
    if (call.names.length === 0) continue;
    if (makes)
      for (const api of shippedParts(call, model.language)) found.push(...sightMade(call, api, context));
    for (const api of apis.ofCall(call)) found.push(...ofCall(call, api, context));
  }
  return found;
}

function ofCall(call: Call, api: Api, context: MadeContext): readonly Sighting[] {
  const { model } = context;
  switch (api.is) {
    case 'download':
      return withBase(sightDownloads(call, api, context), call, context, (other) => madeBy(other, context));
    case 'llm-call': {
      const asked = sightAsked(call, api, model);
      return [...asked, ...sightSentPrompts(call, api, asked, context)];
    }
    case 'part':
      return sightMade(call, api, context);
    case 'prompt':
      return sightSentPrompts(call, api, [], context);
    case 'tool-function':
      return sightToolCall(call, api, context);
    default:
      return [];
  }
}

function ofContent(content: DocumentContent, { path, role }: CollectInput): readonly Sighting[] {
  const via = path.slice(path.lastIndexOf('/') + 1);
  const found = [
    ...(role === 'prompt' ? [promptFile(path)] : []),
    ...content.packages.flatMap((request) => sightPackage(request, via)),
    ...content.images.flatMap(sightImage),
    ...content.commands.flatMap(sightCommand),
    ...content.data.flatMap((root) => [
      ...sightMcpServers(root, role),
      ...sightModelConfig(root, path, role),
      ...sightConfigured(root, path, role),
    ]),
  ];
  return withServed(found, content, via);
}

/** One sighting where several facts speak of the same call. */
function distinct(sightings: readonly Sighting[]): Sighting[] {
  const found = new Map<string, Sighting>();
  for (const one of sightings) {
    const key = `${one.range.start} ${one.kind} ${one.origin} ${one.name}`;
    const known = found.get(key);
    if (!known || (known.joined === undefined && one.joined)) found.set(key, one);
  }
  return [...found.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
