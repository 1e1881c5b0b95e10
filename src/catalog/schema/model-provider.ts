import * as v from 'valibot';
import { isRegularExpression } from './regular-expression';

const expressions = v.optional(
  v.array(v.pipe(v.string(), v.check(isRegularExpression, 'is no regular expression'))),
);

/** Who serves models that can only be asked, and how such models are named there. */
export const modelProviderSchema = v.strictObject({
  /** Kebab-case; the origin of its models in an inventory. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)),
  title: v.string(),
  /** As the API knowledge names it (`provider` of an `llm-call`). */
  words: v.optional(v.array(v.string())),
  /** Segments of a qualified name that tell this provider from the one whose library it is: `AzureOpenAI`. */
  classes: v.optional(v.array(v.string())),
  /** What stands in front of a name where several providers are asked through one function: `vertex_ai/…`, `openai:…`. */
  prefixes: v.optional(v.array(v.string())),
  /** Prefixes that are owners of repositories on hubs too: `openai/whisper-large-v3` is not asked of OpenAI. */
  owners: v.optional(v.array(v.string())),
  /** Hosts of its service; the ends of names count too: `.openai.azure.com`. */
  hosts: v.optional(v.array(v.string())),
  /** How its own models are called, to know them where nothing else says whose they are. */
  names: expressions,
  /** Names that stand for one version that is not replaced. */
  pinned: expressions,
  /** Names that come to stand for later versions. */
  moving: expressions,
  /** It runs on a machine of one's own: what it serves is no service of others. */
  local: v.optional(v.boolean()),
  /** Where it says how names are kept or moved. */
  docs: v.optional(v.string()),
});

export type ModelProvider = v.InferOutput<typeof modelProviderSchema>;
