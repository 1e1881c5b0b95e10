import type { Origin, SourceModel } from '../../source/model';

/** File descriptors that a parent process hands down, the pipes of a child, the ends of a `multiprocessing.Pipe`. */
const PIPES =
  /^(?:os\.(?:fdopen|pipe|read)|multiprocessing\.(?:Pipe|Queue|SimpleQueue)|subprocess\.Popen|asyncio\.create_subprocess_(?:exec|shell))\b/;

const STANDARD_STREAM = /^sys\.(?:stdin|__stdin__)(?:\.buffer)?$/;

/**
 * Whether bytes come from a process that belongs to this program: the parent or a child, over a pipe or the connection of
 * `multiprocessing`, whose messages are read with `recv_bytes`.
 */
export function isOtherProcess({ expression, access }: Origin, model: SourceModel): boolean {
  if (access.includes('recv_bytes()')) return true;
  if (expression.kind === 'call') {
    const { callee } = expression;
    const isReceive = callee.kind === 'attribute' && callee.name === 'recv_bytes';
    return isReceive || expression.names.some((name) => PIPES.test(name));
  }
  return model.qualifiedNames(expression).some((name) => PIPES.test(name) || STANDARD_STREAM.test(name));
}
