import { grammarTypes } from '../../syntax/grammar-types';
import { parser } from '@lezer/javascript';

/** Node names of the Lezer JavaScript grammar that the front end asks for. */
const NAMES = [
  '⚠', 'AmbientDeclaration', 'ArgList', 'ArithOp', 'ArrayExpression', 'ArrayPattern', 'ArrayType', 'Arrow', 'ArrowFunction',
  'AssignmentExpression', 'AwaitExpression', 'BinaryExpression', 'BitOp', 'Block', 'BlockComment', 'BooleanLiteral',
  'BreakStatement', 'CallExpression', 'CaseLabel', 'CatchClause', 'ClassBody', 'ClassDeclaration', 'ClassExpression',
  'CompareOp', 'ConditionalExpression', 'ContinueStatement', 'DebuggerStatement', 'Decorator', 'DefaultLabel',
  'DoStatement', 'DynamicImport', 'EnumBody', 'EnumDeclaration', 'Equals', 'Escape', 'ExportDeclaration', 'ExportGroup',
  'ExpressionStatement', 'FinallyClause', 'ForInSpec', 'ForOfSpec', 'ForSpec', 'ForStatement', 'FunctionDeclaration',
  'FunctionExpression', 'Hashbang', 'IfStatement', 'ImportDeclaration', 'ImportGroup', 'ImportMeta', 'IndexedType',
  'InstantiationExpression', 'InterfaceDeclaration', 'Interpolation', 'InterpolationEnd', 'InterpolationStart',
  'JSXAttribute', 'JSXAttributeValue', 'JSXBuiltin', 'JSXCloseTag', 'JSXElement', 'JSXEndTag', 'JSXEscape',
  'JSXFragmentTag', 'JSXIdentifier', 'JSXMemberExpression', 'JSXNamespacedName', 'JSXOpenTag', 'JSXSelfCloseEndTag',
  'JSXSelfClosingTag', 'JSXSpreadAttribute', 'JSXStartCloseTag', 'JSXStartTag', 'JSXText', 'Label', 'LabeledStatement',
  'LineComment', 'LogicOp', 'MemberExpression', 'MethodDeclaration', 'NamespaceDeclaration', 'NewExpression', 'NewTarget',
  'Number', 'ObjectExpression', 'ObjectPattern', 'Optional', 'ParamList', 'ParameterizedType', 'ParenthesizedExpression',
  'ParenthesizedType', 'PatternProperty', 'PostfixExpression', 'PrefixCast', 'Privacy', 'PrivatePropertyDefinition',
  'PrivatePropertyName', 'Property', 'PropertyDeclaration', 'PropertyDefinition', 'PropertyName', 'ReadonlyType', 'RegExp',
  'ReturnStatement', 'Script', 'SequenceExpression', 'Spread', 'Star', 'StaticBlock', 'String', 'SwitchBody',
  'SwitchStatement', 'TaggedTemplateExpression', 'TemplateString', 'ThrowStatement', 'TryStatement', 'TypeAliasDeclaration',
  'TypeAnnotation', 'TypeArgList', 'TypeDefinition', 'TypeName', 'TypeParamList', 'UnaryExpression', 'UnionType',
  'IntersectionType', 'UpdateOp', 'VariableDeclaration', 'VariableDefinition', 'VariableName', 'WhileStatement',
  'WithStatement', 'YieldExpression', '(', ')', ',', '.', ':', ';', '<', '>', '?.', '@', '[', ']', '{', '}', 'abstract',
  'accessor', 'as', 'async', 'await', 'case', 'catch', 'class', 'const', 'declare', 'default', 'defer', 'delete', 'do',
  'else', 'enum', 'export', 'extends', 'finally', 'for', 'from', 'function', 'get', 'if', 'implements', 'import', 'in',
  'instanceof', 'let', 'module', 'namespace', 'new', 'null', 'of', 'out', 'override', 'readonly', 'return', 'satisfies',
  'set', 'static', 'super', 'switch', 'this', 'throw', 'try', 'type', 'typeof', 'using', 'var', 'void', 'while', 'with',
  'yield',
] as const; // prettier-ignore

/** Numbers of the grammar's nodes, by name and in sets. */
export const { canonicalType, T, typeSet } = grammarTypes(parser, NAMES, 'JavaScript');

/** Keywords, operators, punctuation and types: children that are never expressions. */
export const isToken = typeSet(
  'ArithOp', 'Arrow', 'BitOp', 'BlockComment', 'CompareOp', 'Equals', 'InterpolationEnd', 'InterpolationStart',
  'LineComment', 'LogicOp', 'Optional', 'Privacy', 'Spread', 'Star', 'TypeAnnotation', 'TypeArgList', 'TypeParamList',
  'UpdateOp', '(', ')', ',', '.', ':', ';', '<', '>', '?.', '@', '[', ']', '{', '}', 'as', 'async', 'await', 'case', 'const',
  'default', 'delete', 'else', 'export', 'extends', 'for', 'from', 'function', 'get', 'if', 'import', 'in', 'instanceof',
  'let', 'new', 'of', 'return', 'satisfies', 'set', 'static', 'throw', 'typeof', 'var', 'void', 'while', 'yield', '⚠',
  'TypeName', 'ParameterizedType', 'UnionType', 'IntersectionType', 'ArrayType', 'IndexedType',
); // prettier-ignore

/** Functions of every kind; an object's method is a `Property` with a parameter list. */
export const isFunction = typeSet(
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunction',
  'MethodDeclaration',
);

export const isLoop = typeSet('ForStatement', 'WhileStatement', 'DoStatement');

export const isSimpleStatement = typeSet(
  'ExpressionStatement', 'VariableDeclaration', 'ReturnStatement', 'ThrowStatement', 'BreakStatement', 'ContinueStatement',
  'DebuggerStatement', 'ImportDeclaration', 'TypeAliasDeclaration', 'PropertyDeclaration',
); // prettier-ignore

export const isCompound = typeSet(
  'IfStatement', 'ForStatement', 'WhileStatement', 'DoStatement', 'TryStatement', 'SwitchStatement', 'FunctionDeclaration',
  'ClassDeclaration', 'MethodDeclaration', 'ExportDeclaration', 'LabeledStatement', 'WithStatement', 'CatchClause',
  'FinallyClause', 'NamespaceDeclaration', 'InterfaceDeclaration', 'EnumDeclaration', 'AmbientDeclaration', 'StaticBlock',
); // prettier-ignore
