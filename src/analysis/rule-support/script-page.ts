import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { isScript } from './language';
import type { SinkInput } from './sink-inputs';

const MARKUP = /<[a-z!/]/iu;

/**
 * What a JavaScript server sends as a page: `res.send(text)`, which Express calls HTML, and `new Response(text, ...)` where the
 * call says that it is HTML. Only a text with tags in it is certain to be one.
 */
export function scriptPage(call: Call, model: SourceModel): SinkInput | undefined {
  if (!isScript(model)) return undefined;
  const [first] = call.arguments;
  if (first === undefined || first.keyword !== undefined) return undefined;
  const isMarkup = (model.stringParts(first.value) ?? []).some(
    (part) => part.kind === 'text' && MARKUP.test(part.value),
  );
  if (!isMarkup || !(sendsPage(call, model) || isHtmlResponse(call, model))) return undefined;
  return { expression: first.value, confidence: 'certain' };
}

function sendsPage({ callee }: Call, model: SourceModel): boolean {
  if (callee.kind !== 'attribute' || !/^(?:send|end|write)$/u.test(callee.name)) return false;
  const sender = model.textAt(callee.object.range);
  return (
    /^(?:res|resp|response|reply|ctx\.res)\b/u.test(sender) &&
    !/text\/plain|json|text\/event-stream/iu.test(sender)
  );
}

function isHtmlResponse(call: Call, model: SourceModel): boolean {
  return (
    call.names.some((name) => /(?:^globals|^next\/server)\.(?:Next)?Response$/u.test(name)) &&
    /text\/html/iu.test(model.textAt(call.range))
  );
}
