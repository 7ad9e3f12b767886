import ts from 'typescript';
import { englishMessages } from './messages.ts';
import { parse, sourceFiles, walk } from './source.ts';
import { hardCodedWords, hasMessage, usedMessages } from './words.ts';

const files = sourceFiles();
const messages = englishMessages();

it('reads the whole application', () => {
  expect(files.length).toBeGreaterThan(50);
});

it('keeps every word for people in the message files', () => {
  expect(files.flatMap(hardCodedWords)).toEqual([]);
});

it('finds words in texts, in labels and in expressions', () => {
  const screen = parse('x.tsx', '<p title="Some words">Hello <b>{"there you"}</b> <i className="two words" /></p>');
  expect(hardCodedWords(screen)).toEqual(['x.tsx:1 Some words', 'x.tsx:1 Hello', 'x.tsx:1 there you']);
});

it('has every message that the application asks for', () => {
  const missing = files.flatMap((file) =>
    usedMessages(file)
      .filter((key) => !hasMessage(messages, key))
      .map((key) => `${file.name} ${key}`),
  );
  expect(missing).toEqual([]);
});

it('notices a message that does not exist', () => {
  const screen = parse('x.tsx', "const t = useTranslations('auth'); t('signIn'); t(isOn ? 'nowhere' : `gone.${what}`)");
  const missing = usedMessages(screen).filter((key) => !hasMessage(messages, key));
  expect(missing).toEqual(['auth.nowhere', 'auth.gone.*']);
});

it('loads no schemas into pages: contracts are imported as types, or later with import()', () => {
  const found: string[] = [];
  for (const file of files) {
    walk(file.tree, (node) => {
      if (!ts.isImportDeclaration(node) || !node.moduleSpecifier.getText().includes('@cartwheel/contracts')) return;
      const { importClause } = node;
      const named = importClause?.namedBindings;
      const areTypes =
        importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
        (named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly));
      if (!areTypes) found.push(file.name);
    });
  }
  expect(found).toEqual([]);
});

it('lets features meet only in pages', () => {
  const crossings = files.flatMap(({ name, tree }) => {
    const feature = /^features\/([^/]+)\//.exec(name)?.[1];
    if (!feature) return [];
    const imported = tree.statements.filter(ts.isImportDeclaration).map((one) => one.moduleSpecifier.getText());
    return imported
      .filter((from) => /'\.\.\/[a-z]/.test(from) && !from.includes(`../${feature}/`))
      .map((from) => `${name} ${from}`);
  });
  expect(crossings).toEqual([]);
});
