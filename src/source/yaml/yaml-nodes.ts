import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { DataEntry, DataNode } from '../content/data-node';
import { placeFrom, type TextPlace } from '../content/text-place';
import { AlignedPlace, ESCAPED_TEXT, PLAIN_TEXT, QUOTED_TWICE } from '../data/aligned-place';
import type { TextRange } from '../range';

/** Nodes that aliases may repeat: who goes through the data meets each of them again. */
const MOST_REPEATED = 20_000;

/** Turns the nodes of the YAML library into data with places. */
export class YamlNodes {
  private readonly anchors = new Map<string, { readonly node: DataNode; readonly size: number }>();
  private size = 0;
  private repeated = 0;

  constructor(
    private readonly text: string,
    private readonly base: number,
  ) {}

  node(source: ParsedNode | null | undefined): DataNode | undefined {
    if (!source) return undefined;
    const before = this.size;
    this.size++;
    const made = this.made(source);
    if (made && !isAlias(source) && source.anchor)
      this.anchors.set(source.anchor, { node: made, size: this.size - before });
    return made;
  }

  private made(source: ParsedNode): DataNode | undefined {
    const range = this.rangeOf(source);
    if (isAlias(source)) return this.alias(source.source) ?? this.empty(range);
    if (isMap(source)) return { kind: 'map', entries: this.entries(source), range };
    if (isSeq(source)) {
      const items = source.items.map((item) => this.node(item) ?? this.empty(range));
      return { kind: 'list', items, range };
    }
    if (isScalar(source)) return this.scalar(source, range);
    return undefined;
  }

  private entries(map: YAMLMap.Parsed): readonly DataEntry[] {
    return map.items.flatMap(({ key, value }): readonly DataEntry[] => {
      const keyRange = this.rangeOf(key);
      const node = this.node(value) ?? this.empty({ start: keyRange.end, end: keyRange.end });
      const text = isScalar(key) ? asText(key.value) : this.text.slice(key.range[0], key.range[1]);
      // Merged entries stand before the map's own, which win.
      if (text === '<<') return merged(node);
      const end = isAlias(value) ? this.rangeOf(value).end : node.range.end;
      return [{ key: text, keyRange, value: node, range: { start: keyRange.start, end } }];
    });
  }

  private scalar(source: Scalar.Parsed, range: TextRange): DataNode {
    const { value } = source;
    const isPlainValue = typeof value === 'number' || typeof value === 'boolean' || value === null;
    const known = isPlainValue ? value : asText(value);
    return { kind: 'scalar', value: known, range, place: this.placeOf(source, known) };
  }

  private placeOf(source: Scalar.Parsed, value: string | number | boolean | null): TextPlace {
    const [start, end] = source.range;
    const { type } = source;
    const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
    const from = isQuoted ? start + 1 : start;
    if (typeof value !== 'string') return placeFrom(this.base + start);
    if (this.text.startsWith(value, from) && !value.includes('\n')) return placeFrom(this.base + from);
    const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
    const body = isBlock ? this.text.indexOf('\n', start) + 1 : from;
    const to = isQuoted ? end - 1 : end;
    const written =
      type === 'QUOTE_DOUBLE' ? ESCAPED_TEXT : type === 'QUOTE_SINGLE' ? QUOTED_TWICE : PLAIN_TEXT;
    const place = new AlignedPlace(this.text, value, body, to, written);
    return { offsetOf: (offset) => this.base + place.offsetOf(offset) };
  }

  private alias(name: string): DataNode | undefined {
    const anchor = this.anchors.get(name);
    if (!anchor || this.repeated + anchor.size > MOST_REPEATED) return undefined;
    this.repeated += anchor.size;
    this.size += anchor.size;
    return anchor.node;
  }

  private rangeOf({ range: [start, end] }: Pick<ParsedNode, 'range'>): TextRange {
    return { start: this.base + start, end: this.base + this.trimmed(start, end) };
  }

  /** Without the line ends that close a block. */
  private trimmed(start: number, end: number): number {
    let at = end;
    while (at > start && /\s/u.test(this.text[at - 1] ?? '')) at--;
    return at;
  }

  private empty(range: TextRange): DataNode {
    return { kind: 'scalar', value: null, range, place: placeFrom(range.start) };
  }
}

function merged(node: DataNode): readonly DataEntry[] {
  if (node.kind === 'map') return node.entries;
  return node.kind === 'list' ? node.items.flatMap(merged) : [];
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? `${value}` : '';
}
