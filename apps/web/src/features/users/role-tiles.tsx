'use client';

import type { Role } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { useRoleNames } from './role-names.ts';
import styles from './users.module.css';

interface RoleTilesProps<Choice extends Role> {
  label: string;
  roles: readonly Choice[];
  value: Choice | null;
  onChange: (role: Choice) => void;
  disabled?: boolean;
  error?: ReactNode;
}

/** Roles with what they mean, in sentences rather than permissions. */
export function RoleTiles<Choice extends Role>({
  label,
  roles,
  value,
  onChange,
  disabled,
  error,
}: RoleTilesProps<Choice>) {
  const t = useTranslations('users');
  const nameOf = useRoleNames();
  const sentenceOf = (role: Role) => t(`may.${role}`);
  const name = useId();
  return (
    <fieldset className={styles.tiles} disabled={disabled}>
      <legend>{label}</legend>
      {roles.map((role) => (
        // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the words stand in the two spans
        <label key={role} className={styles.tile}>
          <input
            type="radio"
            name={name}
            checked={role === value}
            aria-labelledby={`${name}-${role}-name`}
            aria-describedby={`${name}-${role}`}
            onChange={() => onChange(role)}
          />
          <span>
            <strong id={`${name}-${role}-name`}>{nameOf(role)}</strong>
            <span id={`${name}-${role}`} className={styles.muted}>
              {sentenceOf(role)}
            </span>
          </span>
        </label>
      ))}
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  );
}
