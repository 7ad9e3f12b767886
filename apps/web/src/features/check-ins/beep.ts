import type { Tone } from '../../components/tokens.ts';

const pitch: Partial<Record<Tone, readonly number[]>> = { good: [880], warn: [660, 660], bad: [220, 180] };
const NOTE_SECONDS = 0.14;

/** One high note for yes, two for look here, two low ones for no. */
export function beep(tone: Tone): void {
  const context = new AudioContext();
  const notes = pitch[tone] ?? [440];
  for (const [index, frequency] of notes.entries()) {
    const note = new OscillatorNode(context, { frequency });
    note.connect(context.destination);
    note.start(context.currentTime + index * NOTE_SECONDS * 1.4);
    note.stop(context.currentTime + index * NOTE_SECONDS * 1.4 + NOTE_SECONDS);
    if (index === notes.length - 1) note.addEventListener('ended', () => void context.close());
  }
}
