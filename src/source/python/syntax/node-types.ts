import { grammarTypes } from '../../syntax/grammar-types';
import { parser } from '@lezer/python';

/** Node names of the Lezer Python grammar that the front end asks for. */
const NAMES = [
  '⚠', 'ArgList', 'ArrayComprehensionExpression', 'ArrayExpression', 'AssignOp', 'AssignStatement', 'At',
  'AwaitExpression', 'BinaryExpression', 'Body', 'Boolean', 'CallExpression', 'CapturePattern', 'ClassDefinition',
  'Comment', 'CompareOp', 'ComprehensionExpression', 'ConditionalExpression', 'ContinuedString', 'DecoratedStatement',
  'Decorator', 'DictionaryComprehensionExpression', 'DictionaryExpression', 'ExpressionStatement', 'ForStatement',
  'FormatConversion', 'FormatReplacement', 'FormatSelfDoc', 'FormatSpec', 'FormatString', 'FunctionDefinition',
  'IfStatement', 'ImportStatement', 'LambdaExpression', 'MatchBody', 'MatchClause', 'MatchStatement', 'MemberExpression',
  'NamedExpression', 'None', 'Number', 'ParamList', 'ParenthesizedExpression', 'PropertyName', 'RaiseStatement',
  'ReturnStatement', 'ScopeStatement', 'Script', 'SetComprehensionExpression', 'SetExpression', 'StarPattern',
  'StatementGroup', 'String', 'TryStatement', 'TupleExpression', 'TypeDef', 'TypeDefinition', 'TypeParam',
  'UnaryExpression', 'UpdateOp', 'UpdateStatement', 'VariableName', 'WhileStatement', 'WithStatement', 'YieldExpression',
  'YieldStatement', 'AsPattern', 'Ellipsis', 'PrintStatement', 'DeleteStatement', 'PassStatement', 'BreakStatement',
  'ContinueStatement', 'AssertStatement', 'if', 'elif', 'else', 'for', 'in', 'as', 'from', 'import', 'except', 'finally',
  'async', 'not', 'and', 'or', 'is', 'global', 'lambda', 'await', 'yield', 'with', 'print', 'try', 'while', 'case',
  '(', ')', '[', ']', '{', '}', ',', ':', '.', '*', '**', ';', '@', 'match', 'def', 'class', 'del', 'return', 'raise',
  'BitOp', 'ArithOp', 'pass', 'break', 'continue', 'assert', 'nonlocal', 'type', 'Escape', 'Guard', 'LogicOp',
] as const; // prettier-ignore

/** Numbers of the grammar's nodes, by name and in sets. */
export const { canonicalType, T, typeSet } = grammarTypes(parser, NAMES, 'Python');

/** Keywords, operators and punctuation: children that are never expressions. */
export const isToken = typeSet(
  'if', 'elif', 'else', 'for', 'in', 'as', 'from', 'import', 'except', 'finally', 'async', 'not', 'and', 'or', 'is',
  'global', 'lambda', 'await', 'yield', 'with', 'print', 'try', 'while', 'case', '(', ')', '[', ']', '{', '}', ',', ':',
  '.', '*', '**', ';', '@', 'match', 'def', 'class', 'del', 'return', 'raise', 'BitOp', 'ArithOp', 'CompareOp',
  'AssignOp', 'UpdateOp', 'pass', 'break', 'continue', 'assert', 'nonlocal', 'type', 'At', 'Comment', 'LogicOp',
); // prettier-ignore

export const isCompound = typeSet(
  'IfStatement', 'WhileStatement', 'ForStatement', 'TryStatement', 'WithStatement', 'FunctionDefinition',
  'ClassDefinition', 'MatchStatement', 'DecoratedStatement',
); // prettier-ignore

export const isSimpleStatement = typeSet(
  'AssignStatement', 'UpdateStatement', 'ExpressionStatement', 'DeleteStatement', 'PassStatement', 'BreakStatement',
  'ContinueStatement', 'ReturnStatement', 'YieldStatement', 'PrintStatement', 'RaiseStatement', 'ImportStatement',
  'ScopeStatement', 'AssertStatement', 'TypeDefinition',
); // prettier-ignore

export const isComprehension = typeSet(
  'ComprehensionExpression', 'ArrayComprehensionExpression', 'SetComprehensionExpression',
  'DictionaryComprehensionExpression',
); // prettier-ignore
