'use client';

import type { Skill } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useProblemText } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { newKey } from '../../lib/keys.ts';
import { SaveQueue } from '../../lib/save-queue.ts';
import { type CurriculumWithSkills, useSkillActs } from './queries.ts';
import { type DropPlace, dropped, groupsOf, renamedCategory, type SkillGroup, stepped } from './skill-order.ts';

const PAUSE_MS = 700;

/** What can be done to the skills of a curriculum; moves are shown at once and saved when they pause. */
export function useSkillEditing(curriculum: CurriculumWithSkills) {
  const t = useTranslations('curricula');
  const acts = useSkillActs(curriculum.id);
  const order = useOrder(curriculum, acts);
  const { adding, add } = useAdding(acts);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const refocus = useRefocus();
  const groups = withOpened(groupsOf(order.skills), opened);

  const move = (id: string, next: Skill[] | null) => {
    if (!next) return setSaid(t('noFurther'));
    order.set(next);
    setSaid(placeWords(next, id));
  };
  const placeWords = (skills: readonly Skill[], id: string) => {
    const group = groupsOf(skills).find((one) => one.skills.some((skill) => skill.id === id));
    const place = (group?.skills.findIndex((skill) => skill.id === id) ?? 0) + 1;
    const name = group?.skills[place - 1]?.name ?? '';
    return t('movedTo', {
      name,
      place,
      count: group?.skills.length ?? 0,
      category: group?.category ?? t('noCategory'),
    });
  };
  const step = (id: string, by: 1 | -1) => move(id, stepped(order.skills, id, by));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.altKey && stepOf(event.key);
    const item = event.target instanceof HTMLElement && event.target.closest<HTMLElement>('[data-skill]');
    const id = item && item.dataset['skill'];
    if (!by || !id) return;
    event.preventDefault();
    refocus(event.target);
    step(id, by);
  };
  return {
    groups,
    categories: groups.flatMap(({ category }) => category ?? []),
    adding,
    add,
    step,
    drop: (id: string, place: DropPlace) => move(id, dropped(order.skills, id, place)),
    renameCategory: (from: string | null, to: string) => {
      setOpened(opened.filter((name) => name !== from));
      order.set(renamedCategory(order.skills, from, to || null));
    },
    openCategory: (name: string) => setOpened([...opened, name]),
    onKeyDown,
    isSaving: order.isSaving,
    said,
  };
}

const stepOf = (key: string): 1 | -1 | null => (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null);

/** Categories that were just begun have no skill yet. */
function withOpened(groups: SkillGroup[], opened: readonly string[]): SkillGroup[] {
  const known = new Set(groups.map(({ category }) => category?.toLowerCase()));
  const begun = opened.filter((name) => !known.has(name.toLowerCase()));
  const all = [...groups, ...begun.map((category) => ({ category, skills: [] }))];
  return all.length > 0 ? all : [{ category: null, skills: [] }];
}

type Acts = ReturnType<typeof useSkillActs>;

function useOrder(curriculum: CurriculumWithSkills, { order, refresh }: Acts) {
  const [moved, setMoved] = useState<Skill[] | null>(null);
  const queue = useMemo(
    () =>
      new SaveQueue<Skill[]>({
        idOf: () => 'order',
        pauseMs: PAUSE_MS,
        send: async ({ key, changes }) => {
          const skills = (changes[0] ?? []).map(({ id, category }) => ({ id, category }));
          await order(skills, key);
          return new Map<string, never>();
        },
        onSettled: () => void refresh(),
      }),
    [order, refresh],
  );
  useEffect(() => queue.flush, [queue]);
  useOutcome(queue, () => setMoved(null));
  const stored = useMemo(() => curriculum.skills.filter((skill) => skill.retiredAt === null), [curriculum.skills]);
  // What was renamed or added since is taken from the API, the order from here.
  const skills = useMemo(() => (moved ? arranged(stored, moved) : stored), [stored, moved]);
  const set = (next: Skill[]) => {
    setMoved(next);
    queue.add([next]);
  };
  return { skills, set, isSaving: moved !== null };
}

/** When the last move is saved, or is known not to be. */
function useOutcome(queue: SaveQueue<Skill[]>, onEnd: () => void) {
  const t = useTranslations('curricula');
  const textOf = useProblemText();
  const latest = useRef({ onEnd, textOf, t });
  useEffect(() => {
    latest.current = { onEnd, textOf, t };
  });
  useEffect(
    () =>
      queue.subscribe(() => {
        const unsaved = queue.shown().get('order');
        if (unsaved?.state === 'saving') return;
        if (unsaved) {
          const why = unsaved.problem ? latest.current.textOf(unsaved.problem) : '';
          toast.failed(latest.current.t('notMoved', { why }));
          queue.dismiss('order');
        } else latest.current.onEnd();
      }),
    [queue],
  );
}

function arranged(stored: readonly Skill[], moved: readonly Skill[]): Skill[] {
  const fresh = new Map(stored.map((skill) => [skill.id, skill]));
  const placed = moved.flatMap(({ id, category }) => {
    const skill = fresh.get(id);
    return skill ? [{ ...skill, category }] : [];
  });
  const known = new Set(moved.map(({ id }) => id));
  return [...placed, ...stored.filter(({ id }) => !known.has(id))];
}

/** One after the other, so that they stand in the order in which they were typed. */
function useAdding(acts: Acts) {
  const t = useTranslations('curricula');
  const textOf = useProblemText();
  const [adding, setAdding] = useState<readonly { key: string; name: string; category: string | null }[]>([]);
  const turn = useRef(Promise.resolve());
  const add = (name: string, category: string | null) => {
    const key = newKey();
    setAdding((now) => [...now, { key, name, category }]);
    const save = async () => {
      try {
        await acts.add(name, category);
        await acts.refresh();
      } catch (problem) {
        const why = problem instanceof Error ? textOf(problem) : '';
        toast.failed(t('notAdded', { name, why }));
      }
      setAdding((now) => now.filter((one) => one.key !== key));
    };
    turn.current = turn.current.then(save);
  };
  return { adding, add };
}

/** A moved item may be drawn anew in another list; the control that had the focus gets it back. */
function useRefocus() {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (!wanted.current) return;
    document.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  });
  return (control: EventTarget) => {
    if (!(control instanceof HTMLElement)) return;
    const id = control.closest<HTMLElement>('[data-skill]')?.dataset['skill'] ?? '';
    const part = control.closest<HTMLElement>('[data-part]')?.dataset['part'] ?? '';
    wanted.current = `[data-skill="${CSS.escape(id)}"] [data-part="${CSS.escape(part)}"]`;
  };
}
