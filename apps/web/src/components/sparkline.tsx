import styles from './sparkline.module.css';

interface SparklineProps {
  /** Gaps are null: nothing to say of that step. */
  values: readonly (number | null)[];
}

const WIDTH = 96;
const HEIGHT = 24;
const EDGE = 2;

/** The course of a number, as a picture beside it; whoever cannot see it has the table. */
export function Sparkline({ values }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = (step: number) => EDGE + (step / (values.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) =>
    most === least ? HEIGHT / 2 : EDGE + (1 - (value - least) / (most - least)) * (HEIGHT - 2 * EDGE);
  const points = values.flatMap((value, step) =>
    value === null ? [] : [`${x(step).toFixed(1)},${y(value).toFixed(1)}`],
  );
  return (
    <svg
      className={styles.line}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden
      focusable="false"
    >
      <polyline points={points.join(' ')} />
    </svg>
  );
}
