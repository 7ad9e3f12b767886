import { initialsOf } from '../lib/format.ts';
import styles from './initials.module.css';
import type { Tone } from './tokens.ts';

const palette: readonly Tone[] = ['brand', 'trial', 'warn', 'makeup', 'good', 'info', 'ink'];

interface InitialsProps {
  name: string;
  size?: number;
}

/** A person as one or two letters; the same name has the same colour everywhere. Decoration beside the name. */
export function Initials({ name, size = 44 }: InitialsProps) {
  return (
    <span className={styles.avatar} data-tone={toneOf(name)} style={{ '--size': `${size}px` }} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

function toneOf(name: string): Tone {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return palette[sum % palette.length] ?? 'ink';
}
