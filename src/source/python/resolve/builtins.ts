/** Functions, types and constants that every module sees: https://docs.python.org/3/library/builtins.html, and those of Python 2. */
export const BUILTINS: ReadonlySet<string> = new Set(
  (
    'abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex ' +
    'copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr ' +
    'globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max ' +
    'memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice ' +
    'sorted staticmethod str sum super tuple type vars zip __import__ __name__ __file__ __doc__ __builtins__ ' +
    'basestring cmp execfile file long raw_input reduce reload unichr unicode xrange ' +
    'NotImplemented Ellipsis __debug__ BaseException Exception ArithmeticError AssertionError AttributeError ' +
    'BufferError EOFError FileExistsError FileNotFoundError FloatingPointError GeneratorExit ImportError IndexError ' +
    'IOError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError ' +
    'NotADirectoryError NotImplementedError OSError OverflowError PermissionError RecursionError ReferenceError ' +
    'RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError SystemExit TimeoutError TypeError ' +
    'UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError ValueError Warning DeprecationWarning ' +
    'FutureWarning UserWarning RuntimeWarning ZeroDivisionError ConnectionError ExceptionGroup'
  ).split(' '),
);
