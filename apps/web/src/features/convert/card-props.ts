import type { Choices } from './choices.ts';
import type { Quote } from './queries.ts';

export interface CardProps {
  choices: Choices;
  quote: Quote | undefined;
  onChange: (changes: Partial<Choices>) => void;
  errorAt: (path: string) => string | undefined;
}
