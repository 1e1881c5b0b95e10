import { anyConditionState } from '../../../analysis/rule-support/api-conditions';
import { findArgument } from '../../../analysis/rule-support/find-argument';
import { hubReference } from '../../../analysis/rule-support/hub-reference';
import type { ApiArgument, ApiOf } from '../../../catalog/schema/api';
import type { Call, Expression } from '../../../source/expression';
import { calledAs } from '../called-as';
import { ownFolder } from '../own-folder';
import type { PartKind } from '../part-kind';
import type { JoinedPart, Sighting } from '../sighting';
import { symbolAt } from '../symbol-at';
import { writtenTexts } from '../written-texts';
import type { MadeContext } from './made-context';
import { partsBehind, type PartsBehind } from './parts-behind';

type Training = ApiOf<'part'>;

const BASES: readonly PartKind[] = ['model', 'embedding-model', 'adapter'];
const DATA: readonly PartKind[] = ['dataset'];
/** Methods that write what was trained to a folder. */
const SAVES = new Set(['save_model', 'save_pretrained']);

/** Whether what is known of a call is that it trains a model. */
export function isTraining({ startsFrom, trainsOn }: Training): boolean {
  return startsFrom !== undefined || trainsOn !== undefined;
}

/**
 * The model that a call trains, joined to what it starts from and to its data; none where neither can be seen.
 *
 * @param sightPart the parts that another call makes
 */
export function sightTrained(
  call: Call,
  api: Training,
  context: MadeContext,
  sightPart: (call: Call) => readonly Sighting[],
): readonly Sighting[] {
  const behind = (selectors: readonly ApiArgument[] | undefined, kinds: readonly PartKind[]): PartsBehind => {
    const [value] = (selectors ?? []).flatMap((selector) => valueOf(call, selector, context));
    if (!value) return { parts: [], through: [] };
    const named = kinds === BASES ? namedModels(value, context) : [];
    return named.length > 0 ? { parts: named, through: [] } : partsBehind(value, kinds, context, sightPart);
  };
  const base = behind(api.startsFrom, BASES);
  const data = behind(api.trainsOn, DATA);
  const isAdapter =
    base.through.some((name) => name.endsWith('.get_peft_model')) ||
    anyConditionState(call, api.adapterWhen ?? [], context.model) === 'met';
  const joined: JoinedPart[] = [
    ...base.parts.map((one) => ({
      ...one,
      join: isAdapter ? ('adapts' as const) : ('fine-tuned-from' as const),
    })),
    ...data.parts.map((one) => ({ ...one, join: 'trained-on' as const })),
  ];
  if (joined.length === 0) return [];
  const { model, path } = context;
  const via = calledAs(call, model);
  const symbol = receiverName(call, api) ?? symbolAt(call, model);
  return [
    {
      kind: isAdapter ? 'adapter' : 'model',
      name: writtenFolder(call, api, symbol, context) ?? `${path}#${symbol ?? 'model'}`,
      origin: 'local',
      pinning: 'own',
      via,
      said: { trainedBy: via },
      joined,
      range: call.range,
    },
  ];
}

function valueOf(call: Call, selector: ApiArgument, { model }: MadeContext): readonly Expression[] {
  if (selector.receiver === true) return call.callee.kind === 'attribute' ? [call.callee.object] : [];
  const found = findArgument(call, selector, model);
  return found.state === 'given' ? [found.value] : [];
}

/** `SFTTrainer("acme/base", ...)` */
function namedModels(value: Expression, { model }: MadeContext): PartsBehind['parts'] {
  return writtenTexts(value, model).flatMap((text) => {
    const reference = hubReference(text, 'huggingface', 'model');
    return reference ? [{ kind: 'model' as const, name: reference.subject, origin: 'huggingface' }] : [];
  });
}

/** The variable whose method trains it: `classifier.fit(...)`. */
function receiverName({ callee }: Call, { startsFrom = [], trainsOn = [] }: Training): string | undefined {
  const isMethod = [...startsFrom, ...trainsOn].length > 0 && callee.kind === 'attribute';
  return isMethod && callee.object.kind === 'name' && callee.name === 'fit' ? callee.object.name : undefined;
}

/** The folder that the trained model is saved to, else that of its checkpoints. */
function writtenFolder(
  call: Call,
  { writesTo = [] }: Training,
  symbol: string | undefined,
  context: MadeContext,
): string | undefined {
  const { model, path } = context;
  const text = (value: Expression | undefined): string | undefined => {
    const texts = value ? writtenTexts(value, model) : [];
    return texts.length === 1 ? texts[0] : undefined;
  };
  const around = model.functionAt(call.range.start)?.range.start;
  const saved = (symbol === undefined ? [] : model.methodCalls(symbol)).flatMap((one) => {
    // Another function may have a variable of the same name.
    if (model.functionAt(one.range.start)?.range.start !== around) return [];
    const isSaving = one.callee.kind === 'attribute' && SAVES.has(one.callee.name);
    const to = isSaving ? one.argument({ position: 0, keyword: 'output_dir' }) : undefined;
    return to?.state === 'given' ? (text(to.argument.value) ?? []) : [];
  });
  const settings = writesTo
    .flatMap((selector) => valueOf(call, selector, context))
    .flatMap((value) => text(value) ?? text(outputOf(model.dereference(value))) ?? []);
  const [folder] = [...saved, ...settings];
  return folder === undefined ? undefined : ownFolder(path, folder);
}

/** `TrainingArguments("out")`, `SFTConfig(output_dir="out")` */
function outputOf(settings: Expression): Expression | undefined {
  if (settings.kind !== 'call') return undefined;
  const found = settings.argument({ keyword: 'output_dir', position: 0 });
  return found.state === 'given' ? found.argument.value : undefined;
}
