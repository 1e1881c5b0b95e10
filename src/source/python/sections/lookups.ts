/** What sections offer by name: a name on the level of the module is offered as it is. */
export const LOOKUPS = {
  /** Star imports, all of them together. */
  starImports: '*',
  /** The first statement: whether a string is a docstring depends on it. */
  firstStatement: '^',
  functionsNamed: (name: string): string => `def ${name}`,
  methodsOf: (className: string): string => `self ${className}`,
  classesNamed: (name: string): string => `class ${name}`,
  /** Calls of methods of a variable, wherever it is bound. */
  methodCalls: (variable: string): string => `${variable}.`,
} as const;
