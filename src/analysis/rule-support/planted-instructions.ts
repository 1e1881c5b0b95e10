import type { Confidence } from '../severity';

/** What makes a text an instruction to a model that its reader is not meant to see. */
export interface PlantedInstruction {
  /** For a message: "tells the model to ignore its instructions". */
  readonly does: string;
  /** The words that say so. */
  readonly quote: string;
  readonly confidence: Confidence;
}

interface Feature {
  readonly id: string;
  readonly does: string;
  readonly pattern: RegExp;
}

const SECRET_PLACE = String.raw`(?:~[/\\]\.?\w|\.ssh\b|id_(?:rsa|ed25519|ecdsa)|\.env\b(?!\.example)|/etc/(?:passwd|shadow)|\.aws/|\.kube/|\.npmrc|\.netrc|mcp(?:_config)?\.json|\.cursor/|claude_desktop_config|private keys?|ssh keys?|api[ -]?keys?|access tokens?|credentials?|passwords?|environment variables|system prompt|(?:whole|entire|full|complete) (?:conversation|chat|message) (?:history|log)|conversation history|chat history)`;

const PLACE = String.raw`(?:https?://|webhook|[\w.+-]+@[\w-]+\.\w|\b(?:attacker|external (?:server|endpoint|url)|remote server))`;

/** Each of these alone says enough. */
const STRONG: readonly Feature[] = [
  {
    id: 'override',
    does: 'tells the model to set its instructions aside',
    // "Override the existing prompt" is how a setting is explained.
    pattern:
      /\b(?:ignore|disregard|forget|(?:override|bypass)(?![\s\w,]{0,24}\b(?:existing|default|initial|original|system)\b[\s\w,]{0,16}\bprompts?\b))\b[\s\w,]{0,24}\b(?:previous|prior|above|earlier|preceding|existing|original|system|safety)\b[\s\w,]{0,16}\b(?:instructions?|prompts?|rules?|directives?|guidelines?|polic(?:y|ies)|restrictions?)\b/iu,
  },
  {
    id: 'secrecy',
    does: 'tells the model to keep something from the user',
    pattern:
      /\b(?:do\s+not|don['’]t|never|must\s+not|without)\s+(?:ever\s+)?(?:tell|telling|inform|informing|notify|notifying|alert|alerting|warn|warning|ask|asking\s+permission\s+from|let(?=\s+the\s+user\s+(?:know|see|notice))|mention(?:ing)?\s+(?:this|it|that|anything)[\w\s,]{0,40}\s+to|reveal(?:ing)?\s+(?:this|it|that)[\w\s,]{0,40}\s+to|disclos(?:e|ing)\s+(?:this|it|that)[\w\s,]{0,40}\s+to|explain(?:ing)?\s+(?:this|it|that)[\w\s,]{0,40}\s+to|show(?:ing)?\s+(?:this|that)[\w\s,]{0,40}\s+to)\s+the\s+(?:user|human|person|operator)s?\b(?!\s+(?:to|for|which|what|when|whether|if|how|again|about\s+errors)\b)/iu,
  },
  {
    id: 'silence',
    does: 'tells the model to keep something from the user',
    pattern:
      /\b(?:silently|secretly|covertly|quietly|without\s+(?:the\s+)?user(?:'s)?\s+(?:knowledge|knowing|noticing))\b[\s\w,]{0,30}\b(?:send|forward|copy|upload|exfiltrate|read|collect|include|append|add|call|execute|transmit|bcc)\b/iu,
  },
  {
    id: 'role',
    does: 'poses as a message of the system',
    pattern:
      /<\|(?:im_start|im_end|system|start_header_id)\|>|\[\/?(?:INST|SYSTEM)\]|<<SYS>>|^\s*(?:#{1,4}\s*)?(?:new\s+)?system\s+(?:override|instructions?\s*:|prompt\s*:)/imu,
  },
  {
    id: 'exfiltration',
    does: 'tells the model to send away what is secret',
    pattern: new RegExp(
      String.raw`\b(?:send|forward|upload|post|transmit|exfiltrate|leak|e-?mail|bcc|deliver)\b[^.\n]{0,80}${SECRET_PLACE}[^.\n]{0,60}\bto\b[^\n]{0,20}${PLACE}|\bexfiltrat(?:e|ing)\b[^\n]{0,60}\b(?:to|via)\b`,
      'iu',
    ),
  },
];

/** Two of these together do; one alone may belong to an honest description. */
const WEAK: readonly Feature[] = [
  {
    id: 'tag',
    does: 'sets an instruction apart for the model',
    pattern: /<\/?(?:IMPORTANT|SYSTEM|SECRET|HIDDEN|CRITICAL|INSTRUCTIONS?|ADMIN|OVERRIDE)>|<!--/u,
  },
  {
    id: 'tag',
    does: 'sets an instruction apart for the model',
    pattern: /<(important|system|secret|hidden|critical)>[\s\S]{0,2000}<\/\1>/iu,
  },
  {
    id: 'order',
    does: 'tells the model what to do before or besides using the tool',
    pattern:
      /\b(?:before|prior\s+to|whenever|when|after|every\s+time)\s+(?:you\s+)?(?:use|using|call|calling|invoke|invoking|run|running|execut(?:e|ing))\b[^.\n]{0,30}\btools?\b|\bbefore\s+(?:any|every|each)\s+(?:other\s+)?(?:tool|operation|action|response)|\byou\s+must\s+(?:first|always|also)\b|\b(?:always|first)\s+(?:read|call|send|include|open|access)\b/iu,
  },
  {
    id: 'secret',
    does: 'names what is secret',
    pattern: new RegExp(
      String.raw`\b(?:read|open|cat|access|load|get|fetch|retrieve|include|pass|provide|send|attach|copy|collect|extract|append|output|print|return)\b[^.\n]{0,60}${SECRET_PLACE}|${SECRET_PLACE}[^.\n]{0,40}\b(?:content|contents)\b`,
      'iu',
    ),
  },
  {
    id: 'place',
    does: 'names where something is to be sent',
    pattern: new RegExp(
      String.raw`\b(?:send|forward|upload|post|bcc|cc|copy|deliver|transmit)\b[^.\n]{0,60}\b(?:to)\b[^.\n]{0,20}${PLACE}`,
      'iu',
    ),
  },
  {
    id: 'parameter',
    does: 'has the model pass content in a parameter',
    pattern:
      /\b(?:pass|provide|include|put|place|append|add)\b[^.\n]{0,60}\b(?:content|contents|it|them|result|data|history)\b[^.\n]{0,40}\b(?:as|in|into|to|via)\b[^.\n]{0,20}(?:['"`‘]\w+['"`’]|\b(?:sidenote|side_note|context|notes?|metadata|debug|extra)\b)/iu,
  },
  {
    id: 'threat',
    does: 'presses the model',
    pattern:
      /\b(?:otherwise|or\s+else)\b[^.\n]{0,30}\b(?:tool|it|this)\b[^.\n]{0,20}\b(?:will\s+not|won['’]t|cannot)\s+work|\b(?:this\s+is\s+)?(?:mandatory|required)\s+(?:for|by)\s+(?:security|compliance|the\s+system)\b/iu,
  },
  {
    id: 'shadow',
    does: 'takes over another tool',
    pattern:
      /\b(?:do\s+not|don['’]t|never)\s+(?:use|call)\s+(?:any\s+|the\s+)?other\s+tools?\b|\binstead\s+of\s+(?:any|all)\s+other\s+tools?\b|\b(?:side\s+effect|affects?|changes?)\b[^.\n]{0,30}\bother\s+tools?\b|\bother\s+tools?\b[^.\n]{0,40}\b(?:deprecated|unsafe|broken|disabled)\b/iu,
  },
];

/** Says whether a text that a model reads as a description holds instructions that no description needs. */
export function plantedInstruction(text: string): PlantedInstruction | undefined {
  for (const feature of STRONG) {
    const found = feature.pattern.exec(text);
    if (found) return { does: feature.does, quote: shortened(found[0]), confidence: 'certain' };
  }
  const found = WEAK.flatMap((feature) => {
    const match = feature.pattern.exec(text);
    return match ? [{ feature, quote: match[0] }] : [];
  });
  const kinds = new Set(found.map(({ feature }) => feature.id));
  const telling = found.find(({ feature }) => TELLING.has(feature.id)) ?? found[0];
  if (!telling || kinds.size < 2 || ![...kinds].some((kind) => TELLING.has(kind))) return undefined;
  const isHarmless = kinds.size === 2 && kinds.has('secret') && kinds.has('place');
  return {
    does: telling.feature.does,
    quote: shortened(telling.quote),
    confidence: isHarmless ? 'probable' : 'certain',
  };
}

/** Without one of these, weak features are style. */
const TELLING = new Set(['secret', 'place', 'shadow', 'parameter', 'threat']);

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > 70 ? `${plain.slice(0, 70)}…` : plain;
}
