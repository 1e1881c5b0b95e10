import { dataRemoval } from './data-removal';
import { allEntries, scalarOf, type DataEntry, type DataNode } from '../../source/content/data-node';
import type { DocumentRole } from '../../source/document-kind';
import type { Fix } from '../finding';
import type { RuleContext } from '../rule';
import type { Confidence, Severity } from '../severity';

/** A setting with a value that is risky. */
export interface RiskySetting {
  /**
   * How the path of keys to the setting ends, joined by dots: `permissions.defaultMode`, which is found in nested objects and as one
   * dotted key alike.
   */
  readonly key: RegExp;
  /** Values that are risky. Of a list, each item is asked for. */
  readonly value: (value: DataNode, entry: DataEntry) => boolean;
  /** Files it counts in; any when left out, because the key is found nowhere else. */
  readonly roles?: readonly DocumentRole[];
  /** What the setting does, behind its name: a verb with its object. */
  readonly does: string;
  /** Whether leaving it out is right. */
  readonly remove?: boolean;
  /** What to write instead. */
  readonly instead?: string;
  readonly confidence?: Confidence;
  readonly severity?: Severity;
}

/** Reports every setting of a file that the table describes. */
export function riskySettings(
  table: readonly RiskySetting[],
  advice: string,
): (root: DataNode, context: RuleContext) => void {
  return (root, context) => {
    const wanted = table.filter(({ roles }) => !roles || (context.role && roles.includes(context.role)));
    if (wanted.length === 0) return;
    for (const { entry, path } of allEntries(root)) {
      const name = path.join('.');
      for (const setting of wanted) {
        if (!setting.key.test(name)) continue;
        for (const value of entry.value.kind === 'list' ? entry.value.items : [entry.value])
          if (setting.value(value, entry)) report(setting, entry, value, advice, context);
      }
    }
  };
}

function report(
  { does, instead, remove, confidence, severity }: RiskySetting,
  { key, value: whole, range }: DataEntry,
  value: DataNode,
  advice: string,
  context: RuleContext,
): void {
  const isItem = whole !== value;
  const written = value.kind === 'scalar' ? shortened(context.model.textAt(value.range)) : '';
  const said = isItem
    ? `\`${written}\` in \`${key}\``
    : `\`${key}\`${written === '' ? '' : ` = \`${written}\``}`;
  const fixes: readonly Fix[] =
    instead === undefined
      ? isItem
        ? dataRemoval(value.range, `Take ${written} out`, context.model)
        : remove === true
          ? dataRemoval(range, 'Take it out', context.model)
          : []
      : [{ title: `Set it to ${instead}`, safe: false, edits: [{ range: value.range, newText: instead }] }];
  context.report({
    at: isItem ? value.range : range,
    subject: key,
    message: `${said} ${does}. ${advice}`,
    fixes,
    ...(confidence ? { confidence } : {}),
    ...(severity ? { severity } : {}),
  });
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Values that switch something on. */
export function isOn(value: DataNode): boolean {
  const scalar = scalarOf(value);
  return scalar === true || (typeof scalar === 'string' && /^(?:true|on|yes|always|1)$/iu.test(scalar));
}

/** Values that switch something off. */
export function isOff(value: DataNode): boolean {
  const scalar = scalarOf(value);
  return (
    scalar === false ||
    scalar === 0 ||
    (typeof scalar === 'string' && /^(?:false|off|no|never|0)$/iu.test(scalar))
  );
}

/** Texts that a pattern describes. */
export function isText(pattern: RegExp): (value: DataNode) => boolean {
  return (value) => {
    const scalar = scalarOf(value);
    return typeof scalar === 'string' && pattern.test(scalar);
  };
}
