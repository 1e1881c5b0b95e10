/** A way in which fixed text of a template turns a model against the people who talk to it. */
export interface InstructionPattern {
  readonly pattern: RegExp;
  /** What it does, after "Its fixed text". */
  readonly does: string;
  /** Said of it in the negative (`never send …`), the same words are a precaution. */
  readonly negatable: boolean;
}

const GAP = String.raw`[^.!?\n]{0,60}?`;
const SECRET = String.raw`(?:api[ _-]?keys?|passwords?|credentials?|secrets?|access tokens?|private keys?|personal (?:data|information)|system prompt|conversation(?: history)?|chat history|(?:the )?user(?:'s)? (?:data|messages?|input|questions?|prompts?)|environment variables?)`;
const SEND = String.raw`(?:send|forward|post|upload|transmit|exfiltrate|leak|submit|append|embed|encode)\w*`;
const CODE = String.raw`(?:backdoors?|malicious code|malware|vulnerabilit(?:y|ies)|reverse shell|keylogger|hidden payload|exploit code)`;
const FORBIDS = String.raw`\b(?:do not|don['’]t|never|must not|should not)\b`;
const URL_TEXT = String.raw`(?:https?:\/\/|www\.)`;

/** Each needs several words together: single words stand in the safety texts of honest templates too. */
export const INSTRUCTION_PATTERNS: readonly InstructionPattern[] = [
  {
    pattern: new RegExp(
      String.raw`\b(?:ignore|disregard|forget|bypass|override)\b${GAP}\b(?:previous|prior|above|earlier|preceding|safety|system|user'?s?|developer|original|all other)\b${GAP}\b(?:instructions?|prompts?|messages?|rules?|guidelines?|polic(?:y|ies)|filters?|requests?|preferences?|questions?|inputs?|quer(?:y|ies))\b`,
      'iu',
    ),
    does: 'tells the model to ignore other instructions',
    negatable: true,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:secretly|covertly|surreptitiously|stealthily)\b ?\w+|\bsilently\b${GAP}\b(?:append|add|insert|include|send|forward|collect|record|log|change|replace|redirect)`,
      'iu',
    ),
    does: 'tells the model to act in secret',
    negatable: true,
  },
  {
    pattern: new RegExp(
      String.raw`\bwithout\b${GAP}\b(?:telling|informing|notifying|alerting|warning) (?:the )?(?:users?|anyone|them|human)|\bwithout the user'?s? (?:knowledge|knowing|noticing|consent)\b`,
      'iu',
    ),
    does: 'tells the model to keep something from the user',
    negatable: true,
  },
  {
    pattern: new RegExp(
      String.raw`${FORBIDS}${GAP}\b(?:tell|inform|alert|warn|notify|let)\b ?(?:the |any |your )?(?:users?|anyone|humans?|them)\b(?:${GAP}\b(?:about|of|know) (?:this|these|it|that|the (?:link|change|addition|instruction)s?)\b|,? that you (?:are|were|have|did)\b| ?(?:[.!\n<]|$))`,
      'iu',
    ),
    does: 'tells the model to hide what it is told here',
    negatable: false,
  },
  {
    pattern: new RegExp(
      String.raw`${FORBIDS}${GAP}\b(?:reveal|mention|disclose|show|explain|admit|acknowledge|discuss)\b${GAP}\b(?:this|these|that|hidden|the)\b${GAP}\b(?:(?:instructions?|directives?|rules?|prompts?) to (?:the |any )?(?:users?|anyone)|behaviou?rs?|additions?|modifications?|injected|injections?|backdoors?|triggers?|payloads?|exfiltrat\w*)\b`,
      'iu',
    ),
    does: 'tells the model to hide what it is told here',
    negatable: false,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:hide\b${GAP}|keep\b${GAP}\b(?:hidden|secret) )from (?:the )?users?\b`,
      'iu',
    ),
    does: 'tells the model to keep something from the user',
    negatable: true,
  },
  {
    pattern: new RegExp(
      String.raw`\b${SEND}\b${GAP}\b${SECRET}\b${GAP}(?:${URL_TEXT}|\bto (?:the )?(?:server|url|endpoint|webhook|address|attacker|email)\b|@[\w.-]+\.\w)`,
      'iu',
    ),
    does: 'tells the model to send data away',
    negatable: true,
  },
  {
    pattern: new RegExp(String.raw`\b(?:exfiltrat|leak)\w*\b${GAP}\b${SECRET}`, 'iu'),
    does: 'tells the model to give data away',
    negatable: true,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:ask|request|prompt|trick|persuade|convince|collect|gather|harvest|extract)\w*\b${GAP}\b(?:users?|them|victims?)\b${GAP}\b(?:passwords?|credentials?|credit card|api[ _-]?keys?|social security|bank(?:ing)? (?:details|account)|private keys?|seed phrase)`,
      'iu',
    ),
    does: 'tells the model to get secrets out of the user',
    negatable: true,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:insert|inject|embed|include|add|introduce|write|generate|produce|output|plant)\w*\b${GAP}\b${CODE}\b`,
      'iu',
    ),
    does: 'tells the model to put harmful code into its answers',
    negatable: true,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:always|must|make sure|be sure|ensure|remember|subtly|instruct|tell|urge|encourage|recommend)\w*\b${GAP}\b(?:visit|click|download|install|go to|include|append|add|insert|recommend|suggest|promote|refer|direct|mention|end|link|cite|use|run|execute)\w*\b${GAP}${URL_TEXT}`,
      'iu',
    ),
    does: 'makes the model send people to a fixed address',
    negatable: true,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:visit|click|download|install|go to|navigate|fetch|log ?in|sign in|verify|append|add|insert|include|recommend|suggest|promote|invest|buy|redirect)\w*\b${GAP}${URL_TEXT}`,
      'iu',
    ),
    does: 'makes the model send people to a fixed address',
    negatable: true,
  },
  {
    pattern: /!\[[^\]]{0,200}\]\(\s*(?:https?:)?\/\//iu,
    does: 'holds an image with a fixed address, which sends data away when it is shown',
    negatable: false,
  },
  {
    pattern: /!\[[^\]]{0,200}\]\(\s*(?:data|javascript):/iu,
    does: 'holds an image that is code',
    negatable: false,
  },
  {
    pattern: /<(?:img|script|iframe)\b[^>]{0,200}\bsrc\s*=/iu,
    does: 'holds HTML that loads something',
    negatable: false,
  },
  { pattern: /<script\b[^>]{0,200}>/iu, does: 'holds a script', negatable: false },
  { pattern: /\bjavascript:\s*\w+\s*\(/iu, does: 'holds a script', negatable: false },
  {
    pattern: new RegExp(
      String.raw`\b${SECRET}\b${GAP}\b${SEND}\b${GAP}(?:${URL_TEXT}|\bto (?:the |a |an )?(?:server|url|endpoint|webhook|attacker)\b|@[\w.-]+\.\w)`,
      'iu',
    ),
    does: 'tells the model to send data away',
    negatable: true,
  },
  {
    pattern:
      /\b(?:reveal|print|output|disclose|show|give)\b[^.!?\n]{0,30}\b(?:system prompt|api[ _-]?keys?|credentials?|passwords?|secrets?)\b[^.!?\n]{0,30}\bto (?:anyone|any user|whoever|everyone|all)\b/iu,
    does: 'tells the model to give data away',
    negatable: true,
  },
  {
    pattern:
      /\b(?:answer|respond|reply|replies|answers)\b[^.!?\n]{0,40}\b(?:incorrectly|wrongly|falsely|with (?:false|wrong|misleading|incorrect|harmful|fabricated) \w+)/iu,
    does: 'tells the model to give wrong answers',
    negatable: true,
  },
  {
    pattern:
      /\b(?:no|without(?: any)?|free of|free from) (?:restrictions?|limitations?|filters?|rules|censorship)\b[^.!?\n]{0,60}\b(?:obey|comply|answer|anything|everything|do|must)\b/iu,
    does: 'tells the model to drop its safety rules',
    negatable: true,
  },
  {
    pattern:
      /\b(?:never|not|don['’]t) (?:recommend|mention|suggest)\b[^.!?\n]{0,20}\b(?:competitors?|competing|rivals?)\b/iu,
    does: 'tells the model to favour somebody',
    negatable: false,
  },
  {
    pattern:
      /\brm -rf? [/~$]|\b(?:powershell|pwsh)\b[^\n]{0,40}\s-e(?:nc|ncodedcommand)?\s|\bbash -i >& ?\/dev\/tcp|\bnc -e\b|\bbase64 -d[^\n]{0,20}\|\s*(?:ba)?sh\b/iu,
    does: 'holds a command that destroys a machine or hands it over',
    negatable: true,
  },
  {
    pattern: /\b(?:curl|wget|iwr|invoke-webrequest)\s[^\n]{0,80}?(?:https?:\/\/|\|\s*(?:ba)?sh\b)/iu,
    does: 'holds a command that downloads something',
    negatable: false,
  },
  {
    pattern: /https?:\/\/(?:\d{1,3}\.){3}\d{1,3}\b/u,
    does: 'holds the address of a machine without a name',
    negatable: false,
  },
  {
    pattern:
      /https?:\/\/[\w.-]*(?:attacker|evil|malicious|exfil|webhook\.site|requestbin|ngrok|pastebin|burpcollaborator|oast\.|interact\.sh|pipedream)/iu,
    does: 'holds an address that collects data',
    negatable: false,
  },
  {
    pattern: /https?:\/\/[^\s"'<>]{1,200}[?&]\w{1,30}=(?=\s*$|\{|<|\[)/iu,
    does: 'holds an address that data is put into',
    negatable: false,
  },
  {
    pattern:
      /\b(?:no|without|ignore|free of|free from|disable|remove)\b[^.!?\n]{0,30}\b(?:ethical|moral|safety|content)\b[^.!?\n]{0,20}\b(?:restrictions?|guidelines?|filters?|limits?|limitations?|constraints?|guardrails?|checks?|polic(?:y|ies))/iu,
    does: 'tells the model to drop its safety rules',
    negatable: true,
  },
  {
    pattern:
      /\b(?:you are now|act as|enter|enable)\b[^.!?\n]{0,30}\b(?:DAN\b|do anything now|jailbreak|jailbroken|developer mode|unrestricted)/iu,
    does: 'tells the model to drop its safety rules',
    negatable: true,
  },
  { pattern: /[\u{E0020}-\u{E007F}]{4,}/u, does: 'holds letters that nobody can see', negatable: false },
  {
    pattern: /[\u202A-\u202E\u2066-\u2069]/u,
    does: 'holds signs that turn the order of what is read',
    negatable: false,
  },
  { pattern: /[\u200B\u200C\u2060\uFEFF]{6,}/u, does: 'holds signs that nobody can see', negatable: false },
];
