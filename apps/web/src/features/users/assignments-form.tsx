'use client';

import { Button, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from '../../components/toasts.tsx';
import { useCenterIfAny } from '../../lib/center.tsx';
import { useSession } from '../../lib/session.tsx';
import type { Colleague, useStaffActs } from './queries.ts';
import { RoleTiles } from './role-tiles.tsx';
import { useRoleNames } from './role-names.ts';
import { type CenterRole, centerRoles, isCenterRole } from './staff-words.ts';
import styles from './users.module.css';

interface AssignmentsFormProps {
  user: Colleague;
  acts: ReturnType<typeof useStaffActs>;
}

interface Place {
  centerId: string;
  role: CenterRole;
}

const placesOf = (user: Colleague): Place[] =>
  user.assignments.flatMap(({ centerId, role }) => (isCenterRole(role) ? [{ centerId, role }] : []));

/** Inside a center its admin sets the role there; a super admin at HQ sets all of them. */
export function AssignmentsForm({ user, acts }: AssignmentsFormProps) {
  const center = useCenterIfAny();
  return center ? <RoleHere centerId={center.id} {...{ user, acts }} /> : <AllPlaces {...{ user, acts }} />;
}

function RoleHere({ user, acts, centerId }: AssignmentsFormProps & { centerId: string }) {
  const t = useTranslations('users');
  const nameOf = useRoleNames();
  const here = placesOf(user).find((place) => place.centerId === centerId)?.role ?? null;
  const [role, setRole] = useState(here);
  const save = async (next: CenterRole) => {
    try {
      await acts.assign([{ centerId, role: next }]);
      toast.done(t('roleSet', { name: user.name, role: nameOf(next) }));
    } catch {
      setRole(here); // The sheet shows the refusal.
    }
  };
  return (
    <div className={styles.form}>
      <RoleTiles
        label={t('roleHere')}
        roles={centerRoles}
        value={role}
        onChange={setRole}
        disabled={acts.isAssigning}
      />
      <Button
        disabled={role === null || role === here}
        loading={acts.isAssigning}
        onClick={() => role && void save(role)}
      >
        {t('saveRole')}
      </Button>
    </div>
  );
}

function AllPlaces({ user, acts }: AssignmentsFormProps) {
  const t = useTranslations('users');
  const nameOf = useRoleNames();
  const { assignments: centers } = useSession();
  const before = placesOf(user);
  const [places, setPlaces] = useState(before);
  const set = (centerId: string, typed: string) => {
    const others = places.filter((place) => place.centerId !== centerId);
    const role = centerRoles.find((one) => one === typed);
    setPlaces(role ? [...others, { centerId, role }] : others);
  };
  const save = () =>
    acts.assign(places).then(
      () => toast.done(t('saved')),
      () => {},
    );
  const choices = [
    { value: '', label: t('notHere') },
    ...centerRoles.map((value) => ({ value, label: nameOf(value) })),
  ];
  const isSame = JSON.stringify(places.toSorted(byCenter)) === JSON.stringify(before.toSorted(byCenter));
  return (
    <fieldset className={styles.tiles}>
      <legend>{t('worksIn')}</legend>
      {centers.map(({ centerId, centerName }) => (
        <NativeSelect
          key={centerId}
          label={centerName}
          data={choices}
          value={places.find((place) => place.centerId === centerId)?.role ?? ''}
          onChange={(event) => set(centerId, event.currentTarget.value)}
        />
      ))}
      <Button disabled={isSame} loading={acts.isAssigning} onClick={() => void save()}>
        {t('saveRole')}
      </Button>
    </fieldset>
  );
}

const byCenter = (one: Place, other: Place) => one.centerId.localeCompare(other.centerId);
