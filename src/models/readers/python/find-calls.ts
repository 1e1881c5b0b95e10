import type { Effect } from '../../../catalog/schema/pickle-global';
import { PythonFrontEnd } from '../../../source/python/python-front-end';
import type { Call } from '../../../source/expression';
import type { SourceModel } from '../../../source/model';
import { effectOfCall } from './harmful-calls';

/** A call in Python code that does something to the machine. */
export interface HarmfulCall {
  readonly name: string;
  readonly does: Effect;
  /** As it is written, shortened. */
  readonly code: string;
  /** In characters. */
  readonly offset: number;
  /** It happens when the code is imported, or when an object of it is made or loaded. */
  readonly atImport: boolean;
}

/** Methods that loading a pickle calls by itself. */
const LOADING =
  /^__(?:init|new|reduce|reduce_ex|setstate|getstate|init_subclass|set_name|class_getitem|del|getattr|call)__$/u;
const SHOWN = 160;
const FRONT_END = new PythonFrontEnd({ length: 2_000_000, milliseconds: 1_000 });

/** What reading Python code tells of what it does. */
export interface PythonCalls {
  readonly calls: readonly HarmfulCall[];
  /** It was too long or too broken to be read as a whole. */
  readonly partial: boolean;
}

/** Finds the calls in Python code that do something to the machine. Nothing is executed. */
export function findCalls(text: string): PythonCalls {
  const { model } = FRONT_END.parse(text);
  const reached = functionsCalledAtImport(model);
  const calls = model.calls.flatMap((call): HarmfulCall[] => {
    const name = call.names.find((each) => effectOfCall(each) !== undefined);
    const does = name === undefined ? undefined : effectOfCall(name);
    if (name === undefined || does === undefined) return [];
    const code = model.textAt(call.range).slice(0, SHOWN);
    return [
      {
        name: name.replace(/^builtins\./u, ''),
        does,
        code,
        offset: call.range.start,
        atImport: isAtImport(call, model, reached),
      },
    ];
  });
  return { calls, partial: model.problems.some(({ kind }) => kind === 'limit') };
}

function isAtImport(call: Call, model: SourceModel, reached: ReadonlySet<string>): boolean {
  const around = model.functionAt(call.range.start);
  if (!around) return true;
  return LOADING.test(around.name) || reached.has(around.name);
}

/** Functions of the file that something outside of all functions calls, and those that they call in turn. */
function functionsCalledAtImport(model: SourceModel): ReadonlySet<string> {
  const reached = new Set<string>();
  for (let grown = true; grown;) {
    grown = false;
    for (const call of model.calls) {
      const around = model.functionAt(call.range.start);
      if (around && !LOADING.test(around.name) && !reached.has(around.name)) continue;
      for (const name of call.names) {
        const local = /^<local>\.(?:\w+\.)*(\w+)/u.exec(name)?.[1];
        if (local === undefined || reached.has(local)) continue;
        reached.add(local);
        grown = true;
      }
    }
  }
  return reached;
}
