'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import styles from './choice-chips.module.css';

interface Choice<Value extends string> {
  value: Value;
  label: ReactNode;
  /** Beside the label, for example a chip with the seats left. */
  note?: ReactNode;
  disabled?: boolean;
}

interface GroupProps<Value extends string> {
  label: ReactNode;
  hideLabel?: boolean;
  choices: readonly Choice<Value>[];
  error?: ReactNode;
  disabled?: boolean;
}

interface ChoiceChipsProps<Value extends string> extends GroupProps<Value> {
  value: Value | null;
  onChange: (value: Value) => void;
}

/** One of a few, all visible: a radio group made of big buttons. Arrows move and choose, as radios do. */
export function ChoiceChips<Value extends string>({ value, onChange, ...group }: ChoiceChipsProps<Value>) {
  const row = useRef<HTMLDivElement>(null);
  const chosen = group.choices.some((choice) => choice.value === value) ? value : group.choices[0]?.value;
  const move = (event: KeyboardEvent) => {
    const step = stepOf(event.key);
    if (step === 0) return;
    event.preventDefault();
    const open = group.choices.filter((choice) => !choice.disabled);
    const at = open.findIndex((choice) => choice.value === (value ?? chosen));
    const next = open[(at + step + open.length) % open.length];
    if (!next) return;
    onChange(next.value);
    row.current?.querySelector<HTMLElement>(`[data-value="${CSS.escape(next.value)}"]`)?.focus();
  };
  return (
    <Group {...group}>
      {(labelId, errorId) => (
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its radios take the focus, one at a time
        <div
          ref={row}
          role="radiogroup"
          aria-labelledby={labelId}
          aria-describedby={errorId}
          className={styles.row}
          onKeyDown={move}
        >
          {group.choices.map((choice) => (
            <button
              key={choice.value}
              type="button"
              role="radio"
              aria-checked={choice.value === value}
              tabIndex={choice.value === chosen ? 0 : -1}
              data-value={choice.value}
              disabled={group.disabled || choice.disabled}
              className={styles.chip}
              onClick={() => onChange(choice.value)}
            >
              {choice.label}
              {choice.note}
            </button>
          ))}
        </div>
      )}
    </Group>
  );
}

interface MultiChoiceChipsProps<Value extends string> extends GroupProps<Value> {
  values: readonly Value[];
  onChange: (values: Value[]) => void;
}

/** Any of a few: toggle buttons, in the order of the choices. */
export function MultiChoiceChips<Value extends string>({ values, onChange, ...group }: MultiChoiceChipsProps<Value>) {
  const toggle = (toggled: Value) => {
    const isOn = (value: Value) => (value === toggled ? !values.includes(value) : values.includes(value));
    onChange(group.choices.map((choice) => choice.value).filter(isOn));
  };
  return (
    <Group {...group}>
      {(labelId, errorId) => (
        <div role="group" aria-labelledby={labelId} aria-describedby={errorId} className={styles.row}>
          {group.choices.map((choice) => (
            <button
              key={choice.value}
              type="button"
              aria-pressed={values.includes(choice.value)}
              disabled={group.disabled || choice.disabled}
              className={styles.chip}
              onClick={() => toggle(choice.value)}
            >
              {choice.label}
              {choice.note}
            </button>
          ))}
        </div>
      )}
    </Group>
  );
}

interface FrameProps {
  label: ReactNode;
  hideLabel?: boolean;
  error?: ReactNode;
  children: (labelId: string, errorId: string | undefined) => ReactNode;
}

function Group({ label, hideLabel, error, children }: FrameProps) {
  const id = useId();
  return (
    <div className={styles.group}>
      <span id={`${id}-label`} className={hideLabel ? styles.hidden : styles.label}>
        {label}
      </span>
      {children(`${id}-label`, error ? `${id}-error` : undefined)}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

function stepOf(key: string): number {
  if (key === 'ArrowRight' || key === 'ArrowDown') return 1;
  return key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
}
