import type { Confidence } from '../severity';
import { hostOf, isForeign } from './remote-address';

/** An instruction in a text for agents that no honest text needs. */
export interface InjectedInstruction {
  readonly start: number;
  readonly end: number;
  /** For a message: "tells the agent to ...". */
  readonly does: string;
  readonly confidence: Confidence;
}

interface Pattern {
  readonly does: string;
  readonly pattern: RegExp;
  readonly confidence?: Confidence;
  /** A further condition on what was found. */
  readonly when?: (found: string, sentence: string) => boolean;
  /** It says "do not" itself. */
  readonly isNegative?: true;
  /** It counts only as an order: `send ...`, `you must send ...`, not `can be sent` or `lets you send`. */
  readonly isOrder?: true;
}

const RULES = String.raw`(?:instructions?|prompts?|rules?|directives?|guidelines?|polic(?:y|ies)|restrictions?|constraints?|safeguards?|training)`;
const KEYS = String.raw`(?:~?\/?\.ssh\b|\bid_(?:rsa|ed25519|ecdsa|dsa)\b|\.aws\/credentials|~\/\.aws|\/etc\/(?:passwd|shadow)|\.kube\/config|\.netrc|\.git-credentials|\.gnupg|\.config\/(?:gh|gcloud)\b|\.claude\/\.credentials|\.codex\/auth\.json|\.bash_history|\.zsh_history|\bkeychain\b|\bbrowser (?:cookies|passwords|history)|\bcookies? (?:database|file|store)|\bwallet(?:\.dat| files?| keys?)|\bseed phrases?|\b(?:user(?:'s)?|their|my|your) (?:ssh|private) keys?)`;
const SECRETS = String.raw`(?:${KEYS}|\bssh keys?|\bprivate keys?|\.env\b(?!\.(?:example|sample|template))|\bapi[ -_]?keys?|\baccess[ -]?tokens?|\btokens?\b|\bcredentials?|\bpasswords?|\bsecrets?\b|\benvironment variables|\bsystem prompt|\b(?:conversation|chat|message) (?:history|log|transcript)|\b(?:entire|whole|full|complete) (?:conversation|chat|codebase|repository|source)|\bsource code|\bprivate (?:data|files|repositor(?:y|ies))|\buser(?:'s)? (?:data|files|messages|queries|input))`;
const PLACE = String.raw`(?:https?:\/\/|\bwebhook|[\w.+-]+@[\w-]+\.\w|\b(?:attacker|external|remote|third-party|our|my|this) (?:server|endpoint|url|host|address|domain|api)\b)`;
const SEND = String.raw`(?:send|sends|post|upload|forward|transmit|exfiltrate|leak|e-?mail|bcc|deliver|report|submit|push|copy|ship|curl|encode)`;

/** In the order in which the first that fits is told. */
const PATTERNS: readonly Pattern[] = [
  {
    does: 'to set its instructions aside',
    pattern: new RegExp(
      String.raw`\b(?:ignore|disregard|forget|override|bypass|discard|supersede)s?\b(?:\s+(?:all|any|every|everything|the|your|of|these|those|its|my|other)){0,4}\s+(?:previous(?:ly given)?|prior|above|earlier|preceding|existing|original|former|system|safety|security|developer|default|initial|built-in)\b[\s\w,/-]{0,24}\b${RULES}\b`,
      'iu',
    ),
  },
  {
    does: 'to set its instructions aside',
    pattern:
      /\b(?:ignore|disregard|forget)\s+(?:everything|all|anything)\s+(?:you\s+(?:were|have\s+been)\s+told|(?:that\s+)?(?:came\s+)?(?:before|above)|(?:said\s+)?(?:before|above)\s+this)|\byour\s+(?:previous|prior|original)\s+instructions?\s+(?:are|is|have\s+been)\s+(?:void|cancel\w*|replaced|superseded|no\s+longer)/iu,
  },
  {
    does: 'to take another role, without limits',
    pattern:
      /\byou\s+are\s+now\s+(?:in\s+)?(?:DAN\b|developer\s+mode|god\s+mode|jailbroken|unrestricted|an?\s+(?:unrestricted|unfiltered|uncensored)|free\s+(?:of|from)\s+(?:all\s+)?(?:rules|restrictions))|\b(?:DAN|jailbreak|god|developer)\s+mode\s+(?:is\s+)?(?:enabled|activated|on)\b|\bact\s+as\s+if\s+you\s+ha(?:d|ve)\s+no\s+(?:restrictions|guidelines|rules|limits)|\b(?:SYSTEM|ADMIN)\s+OVERRIDE\b/u,
  },
  {
    does: 'to act behind the back of the user',
    isOrder: true,
    pattern:
      /\b(?:send|upload|run|execute|install|delete|remove|push|commit|add|insert|modify|change|copy|read|collect|forward|disable|download|post|submit|call|share|make)\b[^.!?\n]{0,80}\bwithout\s+(?:ever\s+)?(?:telling|informing|notifying|alerting|warning)\s+(?:the\s+|your\s+|any\s+)?(?:users?|humans?|developers?|anyone|them)\s*(?:[.,;:!)]|$)/iu,
  },
  {
    does: 'to keep something from the user',
    isNegative: true,
    pattern:
      /\b(?:do\s+not|don['’]t|never|must\s+not|should\s+not|shouldn['’]t|avoid)\s+(?:ever\s+)?(?:tell(?:ing)?|inform(?:ing)?|notify(?:ing)?|alert(?:ing)?|warn(?:ing)?)\s+(?:the\s+|your\s+|any\s+)?(?:users?|humans?|developers?|person|operators?|reviewers?|maintainers?|anyone|them)\s*(?:[.,;:!)]|$|\b(?:about\s+(?:this|it|these|that|any\s+of\s+this)|of\s+(?:this|these)|that\s+(?:you|this|it|these)\b|when\s+you\b|you\s+(?:did|are|have|were)|anything|and\s))/iu,
  },
  {
    does: 'to keep something from the user',
    isNegative: true,
    pattern:
      /\b(?:do\s+not|don['’]t|never|must\s+not)\s+(?:ever\s+)?(?:mention|reveal|disclose|show|report|explain|acknowledge|discuss|log)\s+(?:(?:of\s+)?(?:this|these|those)\b[\w\s]{0,40}|that\s+you\b[\w\s]{0,40}|(?:it|any\s+of\s+this|anything\s+about\s+this|the\s+existence\s+of\b[\w\s]{0,30}))\s*(?:to\s+(?:the\s+|any\s+)?(?:users?|humans?|developers?|reviewers?)\b|in\s+(?:your|the)\s+(?:summary|summaries|response|answer|output|report|commit(?:\s+messages?)?|chat)\b)/iu,
  },
  {
    does: 'to keep something from the user',
    pattern:
      /\b(?:hide|conceal|keep)\b\s+(?:this|these|it|all\s+of\s+this|the\s+(?:change|changes|activity|action|request|upload|command|step))\b[\w\s,]{0,40}\b(?:secret\b|hidden\b)?\s*from\s+(?:the\s+)?(?:users?|humans?|developers?|reviewers?)\b|\bso\s+(?:that\s+)?(?:the\s+)?(?:user|developer|human|reviewer)s?\s+(?:do(?:es)?\s+not|don['’]t|doesn['’]t|won['’]t|will\s+not|never|cannot)\s+(?:notice|see|know|find\s+out|realise|realize|suspect)\b/iu,
  },
  {
    does: 'to act behind the back of the user',
    isOrder: true,
    pattern:
      /\b(?:silently|secretly|covertly|stealthily|discreetly|in\s+the\s+background,?\s+(?:silently\s+)?)\b[\s\w,]{0,30}\b(?:send|forward|upload|exfiltrate|collect|transmit|bcc|harvest|leak|install|download|execute|run\s+(?:the|this|a|curl)|append|inject|post|read\s+(?:the\s+)?(?:~|\.|user))\b|\bwithout\s+the\s+user(?:['’]s)?\s+(?:knowledge|knowing|noticing|awareness)\b/iu,
  },
  {
    does: 'to act behind the back of the user',
    isOrder: true,
    pattern:
      /\b(?:secretly|covertly|stealthily)\s+(?:add|include|insert|change|modify|replace|delete|remove|alter|promote|recommend)\b/iu,
  },
  {
    does: 'to set other skills or tools aside',
    isOrder: true,
    pattern:
      /\b(?:ignore|disregard|override|disable)\s+(?:(?:all|any|every|the)\s+){0,2}other\s+(?:skills?|tools?|agents|servers?)\b/iu,
  },
  {
    does: 'to run what a server sends',
    isOrder: true,
    confidence: 'probable',
    pattern:
      /\b(?:run|execute|invoke)\b[^.!?\n]{0,30}(?:curl|wget)\s[^\n|]{0,120}https?:\/\/[^\n|]{1,200}\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b/iu,
  },
  {
    does: 'to send away what is secret',
    isOrder: true,
    pattern: new RegExp(
      String.raw`\b${SEND}\b[^.!?\n]{0,120}${SECRETS}[^!?\n]{0,100}?\b(?:to|at|via|in|with)\b[^!?\n]{0,30}${PLACE}[^\s]*`,
      'iu',
    ),
    when: hasForeignPlace,
  },
  {
    does: 'to send away what is secret',
    pattern: new RegExp(
      String.raw`\b(?:make|issue|perform|do|send)\b[^.!?\n]{0,30}\b(?:request|GET|POST|call|fetch|curl|query)\b[^!?\n]{0,40}https?:\/\/\S+[^!?\n]{0,80}\b(?:with|containing|including|appending|carrying|body)\b[^.!?\n]{0,60}${SECRETS}`,
      'iu',
    ),
    when: hasForeignPlace,
  },
  {
    does: 'to send data away',
    isOrder: true,
    pattern: /\bexfiltrat(?:e|es|ing)\b[^.!?\n]{0,80}\b(?:to|via|through|using)\b/iu,
  },
  {
    does: 'to read keys and private files',
    isOrder: true,
    pattern: new RegExp(
      String.raw`\b(?:read|cat|open|print|output|include|copy|collect|grab|harvest|steal|gather|dump|extract|retrieve|fetch|get|attach|append|upload|send|post|transmit|look\s+(?:in|at|for)|scan|search|find|access|load)\b[^.!?\n]{0,60}${KEYS}`,
      'iu',
    ),
    when: (found) => !/\b(?:add|generate|create|set ?up|configure)\b/iu.test(found),
  },
  {
    does: 'to hand on secrets',
    isOrder: true,
    pattern: new RegExp(
      String.raw`\b(?:include|append|attach|insert|embed|put|output|print|echo|encode|paste)\b[^.!?\n]{0,50}(?:\.env\b(?!\.(?:example|sample|template))|\bapi keys?|\baccess tokens?|\bcredentials|\bpasswords|\ball (?:the )?(?:secrets|environment variables))[^.!?\n]{0,60}\b(?:in|into|to|as|with)\b[^.!?\n]{0,30}\b(?:response|answer|output|url|link|image|comment|commit|pull request|pr|issue|message|request|query|parameter|reply|body)\b`,
      'iu',
    ),
    when: (found) => !/\bpassword(?:s)? (?:field|input|hash)/iu.test(found),
  },
  {
    does: 'to run a program that is hidden in the text',
    pattern:
      /\b(?:decode|base64|atob|rot13|hex[- ]decode)\w*\b[^.!?\n]{0,60}\b(?:and|then|,)\s*(?:\w+\s){0,2}(?:run|execute|eval|follow|obey|pipe|apply)\b|\b(?:run|execute|eval|follow)\b[^.!?\n]{0,40}\b(?:base64|encoded|obfuscated)\b[^.!?\n]{0,30}\b(?:command|string|payload|instructions?|script|text|block)\b/iu,
  },
  {
    does: 'to follow instructions that are fetched from elsewhere',
    isOrder: true,
    pattern:
      /\b(?:fetch|download|read|get|load|open|visit|curl|wget|retrieve|go\s+to|access|check|pull|consult)\b[^!?\n]{0,80}\bhttps?:\/\/\S+[^!?\n]{0,60}?\b(?:and|then|,)\s*(?:\w+\s){0,3}?(?:follow|execute|run|obey|apply|carry\s+out|perform|do)\b[^.!?\n]{0,40}\b(?:instructions?|steps?|commands?|directives?|rules?|prompts?|it|them|contents?|whatever|everything|script|what\s+it\s+says)\b|\b(?:follow|execute|obey|carry\s+out)\b[^.!?\n]{0,30}\b(?:instructions?|commands?|directives?|prompts?|steps|rules)\b[^.!?\n]{0,40}\b(?:at|from|found\s+(?:at|on|in)|in|located\s+at|hosted\s+(?:at|on))\b\s*<?https?:\/\//iu,
    when: (found) => hasForeignPlace(found),
  },
  {
    does: 'to switch protections off',
    isOrder: true,
    pattern:
      /\b(?:(?:disable|bypass|turn\s+off|switch\s+off|circumvent|deactivate|evade)\s+(?:(?:all|any|every|the|your|its|of|user|existing)\s+){0,3}(?:safety|security|sandbox(?:ing)?|guard-?rails?|safeguards?|content\s+(?:filters?|moderation|policy)|permissions?|approvals?|confirmations?|authentication|authorization|audit(?:ing)?|access\s+controls?|code\s+review|human\s+(?:review|approval)|antivirus|firewall|secret\s+scanning)|(?:skip|remove|ignore)\s+(?:(?:all|any|every|the|your|user|existing)\s+){0,3}(?:safety|security|approval|permission|confirmation|human|code)\s+(?:checks?|controls?|prompts?|requests?|reviews?|warnings?|gates?|dialogs?|approvals?|confirmations?|restrictions?|rules))\b(?:\s+(?:checks?|controls?|filters?|prompts?|requests?|requirements?|measures?|features?|mechanisms?|restrictions?|warnings?|policies|scann\w+|review\w*|logs?|logging|rules|gates?|dialogs?|steps?))?(?!\s+(?:concerns|groups?|error|model|context|issues?|types?|classes))/iu,
  },
  {
    does: 'to put foreign code into every file',
    isOrder: true,
    pattern:
      /\b(?:add|insert|append|include|inject|put|embed|prepend)\b[^!?\n]{0,160}(?:<script\b|\bscript\s+tag|\bbackdoor|\btracking\s+(?:pixel|code|script)|\beval\(|https?:\/\/)[^!?\n]{0,120}\b(?:every|all|each)\s+(?:\w+\s+){0,4}(?:files?|pages?|html|templates?|projects?|components?|responses?|answers?|commits?)\b|\b(?:every|all|each)\b[^.!?\n]{0,30}\b(?:files?|pages?|templates?|projects?)\b[^.!?\n]{0,60}\b(?:add|insert|append|include|inject|embed|contain)\b[^!?\n]{0,60}(?:<script\b|\bbackdoor|\btracking\s+(?:pixel|code|script)|\beval\()/iu,
  },
  {
    does: 'to act without a question',
    confidence: 'probable',
    pattern:
      /\b(?:run|execute|delete|remove|deploy|push|force-push|publish|transfer|pay|purchase|install|approve|accept|send|merge|overwrite|modify)\b[^.!?\n]{0,60}\b(?:any|all|every|whatever|arbitrary|shell|terminal|production|sudo|root|destructive|money|payments?|transactions?|commands?|packages?|emails?)\b[^.!?\n]{0,40}\bwithout\s+(?:(?:first\s+)?(?:asking|prompting|confirm\w*|requesting|waiting\s+for)|(?:any\s+|user\s+|human\s+|explicit\s+|further\s+|prior\s+)*(?:confirmation|approval|permission|consent|review|verification))\b/iu,
  },
  {
    does: 'to do whatever a text from elsewhere says',
    confidence: 'probable',
    pattern:
      /\b(?:execute|run|follow|obey|carry\s+out)\b\s+(?:any|all|every|whatever)\b[^.!?\n]{0,40}\b(?:commands?|instructions?|code|scripts?|directives?)\b[^.!?\n]{0,30}\b(?:found|contained|embedded|included|given|returned|received|you\s+(?:find|receive|see))\b[^.!?\n]{0,30}\b(?:in|by|from|on)\b/iu,
  },
];

/** Words that turn a sentence into a warning, a rule against it or a report about it. */
const WARNING =
  /\b(?:never|not|n['’]t|avoid|refuse\w*|forbid\w*|forbidden|prohibit\w*|cannot|no|nobody|stop|prevent\w*|block\w*|detect\w*|reject\w*|attempts?|attempted|tries|trying|attack\w*|malicious\w*|injections?|beware|guard\w*|resist\w*|warn\w*|suspicious|adversar\w*|untrusted|hostile|threats?|red\s+flags?|flag\w*|disallow\w*|protect\w*|ensure|audit\w*|sanitiz\w*|instead\s+of|rather\s+than|unless|e\.g\.|for\s+example|such\s+as|examples?|if\s+(?:a|an|the|any|some\w*|you|content|text|asked|told)|whether|when\s+asked|asks?\s+you|tells?\s+you|says?|must\s+be|only\s+(?:if|when|after)|confirm\s+with|requires?|test\s+(?:that|whether|if)|scan(?:s|ner)?\s+for|look\s+for|check\s+for|identify|report)\b/iu;

/** What stands before a verb that is an order: nothing, the end of a clause, or who is to do it. */
const ORDER =
  /(?:^|[,;:>)\]—–-]|\b(?:always|please|must|should|shall|and|then|also|first|you|now|instead|immediately|simply|just|or|automatically|silently|secretly|quietly|covertly|ai|agents?|assistants?|claude|cursor|copilot|(?:need|sure|remember|have|required|instructed|you|order|task\s+is|job\s+is|goal\s+is)\s+to))["'*_\s]*(?:\d+[.)]\s*)?$/iu;

const WARNING_HEADING =
  /\b(?:never|don['’]?t|do\s+not|not\s+allowed|avoid|forbidden|prohibited|security|attacks?|threats?|anti-?patterns?|red\s+flags?|detect\w*|injections?|risks?|vulnerabilit\w*|bad|wrong|examples?|tests?|malicious|safety|guardrails?|limitations?|boundaries|must\s+not|no-?go|off-limits|restrictions?|checklist|audit\w*|review)\b/iu;

export interface InjectionOptions {
  readonly headings?: readonly string[];
  readonly isQuoted?: (start: number, end: number) => boolean;
}

/** The instructions in a text that no honest text for agents needs, the first of each sentence. */
export function injectedInstructions(
  text: string,
  options: InjectionOptions = {},
): readonly InjectedInstruction[] {
  const isWarned = options.headings?.some((heading) => WARNING_HEADING.test(heading)) ?? false;
  return [...sentences(text)].flatMap(({ start, sentence }) => {
    for (const { does, pattern, when, isNegative, isOrder, confidence } of PATTERNS) {
      const found = pattern.exec(sentence);
      if (!found || (when && !when(found[0], sentence))) continue;
      const before = sentence.slice(0, found.index);
      if (isNegative ? /\b(?:never|not|n['’]t|avoid|no|cannot)\b/iu.test(before) : WARNING.test(before))
        continue;
      if (isOrder && !ORDER.test(before)) continue;
      // `Never ... without telling the user` is a promise.
      if (isWarned && !isNegative) continue;
      const range = { start: start + found.index, end: start + found.index + found[0].trimEnd().length };
      if (options.isQuoted?.(range.start, range.end) === true) continue;
      return [{ ...range, does, confidence: confidence ?? 'certain' }];
    }
    return [];
  });
}

function* sentences(text: string): Iterable<{ readonly start: number; readonly sentence: string }> {
  for (const match of text.matchAll(
    /[^]+?(?:[.!?](?=\s+["'“(]?[A-Z*_`#-]|\s*$)|\n\s*\n|\n(?=\s*[-*\d])|$)/gu,
  ))
    if (match[0].trim() !== '') yield { start: match.index, sentence: match[0] };
}

/** Whether what was found names a place outside: an address of another machine, or one without a name. */
function hasForeignPlace(found: string): boolean {
  const addresses = found.match(/https?:\/\/[^\s)>"'`]+/giu) ?? [];
  if (addresses.length === 0) return true;
  return addresses.some((address) => {
    const host = hostOf(address);
    return host === undefined || isForeign(host);
  });
}
