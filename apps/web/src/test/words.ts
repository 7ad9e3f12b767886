import ts from 'typescript';
import { placeOf, type SourceFile, walk } from './source.ts';

const readAloud = ['label', 'placeholder', 'title', 'aria-label', 'description', 'alt', 'header', 'error'];
const hasLetters = (text: string) => /\p{L}{2,}/u.test(text);

/** Words for people that stand in the code instead of a message file. */
export function hardCodedWords(file: SourceFile): string[] {
  const found: string[] = [];
  const report = (node: ts.Node, text: string) => found.push(`${placeOf(file, node)} ${text.trim()}`);
  walk(file.tree, (node) => {
    if (ts.isJsxText(node) && hasLetters(node.text)) report(node, node.text);
    if (ts.isJsxAttribute(node) && readAloud.includes(node.name.getText())) {
      const text = literalIn(node.initializer);
      if (text !== undefined && hasLetters(text)) report(node, text);
    }
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) {
      const text = literalIn(node);
      if (text !== undefined && hasLetters(text)) report(node, text);
    }
  });
  return found;
}

function literalIn(node: ts.Node | undefined): string | undefined {
  if (!node) return undefined;
  const inner = ts.isJsxExpression(node) ? node.expression : node;
  if (!inner) return undefined;
  if (ts.isStringLiteral(inner) || ts.isNoSubstitutionTemplateLiteral(inner)) return inner.text;
  return ts.isTemplateExpression(inner)
    ? inner.head.text + inner.templateSpans.map((s) => s.literal.text).join('')
    : undefined;
}

/** `namespace.key` of every message the file asks for. Parts that are computed become `*`. */
export function usedMessages(file: SourceFile): string[] {
  const used: string[] = [];
  walk(file.tree, (node) => {
    if (!ts.isCallExpression(node)) return;
    const called = node.expression.getText().replace(/\.rich$/, '');
    const [key] = node.arguments;
    const namespace = namespaceOf(called, node);
    if (key && namespace !== undefined) used.push(...keysIn(key).map((name) => `${namespace}.${name}`));
  });
  return used;
}

/** What the nearest `const t = useTranslations('…')` around a call says. */
function namespaceOf(called: string, from: ts.Node): string | undefined {
  for (let scope = from.parent; scope; scope = scope.parent) {
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) continue;
    const declared = scope.statements
      .filter(ts.isVariableStatement)
      .flatMap((statement) => [...statement.declarationList.declarations])
      .find((declaration) => declaration.name.getText() === called);
    if (declared) return namespaceIn(declared.initializer);
  }
  return undefined;
}

function namespaceIn(node: ts.Expression | undefined): string | undefined {
  const call = node && ts.isAwaitExpression(node) ? node.expression : node;
  if (!call || !ts.isCallExpression(call)) return undefined;
  if (!['useTranslations', 'getTranslations'].includes(call.expression.getText())) return undefined;
  const [namespace] = call.arguments;
  return namespace && ts.isStringLiteral(namespace) ? namespace.text : undefined;
}

function keysIn(key: ts.Expression): string[] {
  if (ts.isStringLiteral(key) || ts.isNoSubstitutionTemplateLiteral(key)) return [key.text];
  if (ts.isConditionalExpression(key)) return [...keysIn(key.whenTrue), ...keysIn(key.whenFalse)];
  if (!ts.isTemplateExpression(key)) return [];
  return [key.head.text + key.templateSpans.map((span) => `*${span.literal.text}`).join('')];
}

export type MessageTree = { [key: string]: MessageTree | string };

/** Whether a key exists; a `*` stands for any key at its level. */
export function hasMessage(tree: MessageTree, key: string): boolean {
  const [first = '', ...rest] = key.split('.');
  const next = first.includes('*') ? Object.values(tree) : [tree[first]];
  if (rest.length === 0) return next.some((message) => typeof message === 'string');
  return next.some((branch) => typeof branch === 'object' && hasMessage(branch, rest.join('.')));
}
