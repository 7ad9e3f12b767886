const accents: Record<string, string> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  q: 'ɋ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ú',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  F: 'Ƒ',
  G: 'Ĝ',
  H: 'Ĥ',
  I: 'Í',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ṁ',
  N: 'Ñ',
  O: 'Ó',
  P: 'Þ',
  Q: 'Ɋ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Ú',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
};

type Tree = { [key: string]: Tree | string };

/**
 * English with accents and a third more length: what stays plain on the screen was never translatable, and
 * what is cut off will be cut off in other languages.
 */
export function pseudo<Messages extends object>(messages: Messages): Messages {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- messages are texts in trees of texts
  const entries = Object.entries(messages as Tree).map(([key, value]) => [
    key,
    typeof value === 'string' ? pseudoMessage(value) : pseudo(value),
  ]);
  return Object.fromEntries(entries);
}

/** Leaves ICU arguments and tags as they are, and translates the texts inside plural and select. */
export function pseudoMessage(message: string): string {
  const { text } = accentUntil(message, 0);
  const letters = message.replace(/\{[^{}]*\}|<[^>]*>/g, '').length;
  return `[${text}${'~'.repeat(Math.ceil(letters * 0.3))}]`;
}

function accentUntil(message: string, start: number): { text: string; end: number } {
  let text = '';
  let at = start;
  while (at < message.length && message[at] !== '}') {
    const character = message[at] ?? '';
    if (character === '{') {
      const argument = argumentAt(message, at);
      text += argument.text;
      at = argument.end;
    } else if (character === '<') {
      const close = message.indexOf('>', at) + 1 || message.length;
      text += message.slice(at, close);
      at = close;
    } else {
      text += accents[character] ?? character;
      at += 1;
    }
  }
  return { text, end: at };
}

/** `{name}`, `{n, number}` or `{n, plural, one {…} other {…}}`, from its brace on. */
function argumentAt(message: string, open: number): { text: string; end: number } {
  let text = '{';
  let at = open + 1;
  while (at < message.length && message[at] !== '}') {
    if (message[at] !== '{') {
      text += message[at];
      at += 1;
      continue;
    }
    const inner = accentUntil(message, at + 1);
    text += `{${inner.text}}`;
    at = inner.end + 1;
  }
  return { text: `${text}}`, end: at + 1 };
}
