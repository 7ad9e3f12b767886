'use client';

import type { Lead, LeadCard, LeadStatus } from '@cartwheel/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../lib/api.ts';
import { newKey } from '../../lib/keys.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, Body, OperationId } from '../../lib/operations.ts';

const shown = [
  'getLead',
  'getLeadBoard',
  'listLeads',
  'listFollowUps',
  'getDashboard',
  'search',
] as const satisfies readonly OperationId[];
const withIntros = [...shown, 'listIntroVisits'] as const satisfies readonly OperationId[];

/** Every act that moves a lead along, or back. */
export function useLeadActs() {
  const change = useWrite('changeLead', { refreshes: shown });
  const dead = useWrite('markLeadDead', { refreshes: withIntros });
  const again = useWrite('reopenLead', { refreshes: shown });
  const attended = useWrite('markIntroAttended', { refreshes: withIntros });
  const missed = useWrite('markIntroNoShow', { refreshes: withIntros });
  const moveTo = (lead: LeadCard, status: LeadStatus): Promise<unknown> => {
    const intro = lead.nextIntro;
    if (lead.status === 'DEAD_LEAD') return again.mutateAsync({ params: { id: lead.id } });
    if (status === 'INTRO_ATTENDED' && intro) return attended.mutateAsync({ params: { id: intro.id } });
    if (status === 'NO_SHOW' && intro) return missed.mutateAsync({ params: { id: intro.id } });
    return change.mutateAsync({ params: { id: lead.id }, body: { status } });
  };
  return {
    moveTo,
    lose: (id: string, body: Body<'markLeadDead'>) => dead.mutateAsync({ params: { id }, body }),
    change: (id: string, body: Body<'changeLead'>) => change.mutateAsync({ params: { id }, body }),
    isBusy: [change, dead, again, attended, missed].some((act) => act.isPending),
  };
}

/** Shows a card in another column before the API has answered; the answer of this puts everything back. */
export function useMoveOnBoard() {
  const queries = useQueryClient();
  return async (lead: LeadCard, status: LeadStatus): Promise<() => void> => {
    await queries.cancelQueries({ queryKey: ['getLeadBoard'] });
    const before = queries.getQueriesData<Answer<'getLeadBoard'>>({ queryKey: ['getLeadBoard'] });
    queries.setQueriesData<Answer<'getLeadBoard'>>(
      { queryKey: ['getLeadBoard'] },
      (board) => board && moved(board, lead, status),
    );
    return () => {
      for (const [key, board] of before) queries.setQueryData(key, board);
    };
  };
}

function moved(board: Answer<'getLeadBoard'>, lead: LeadCard, status: LeadStatus): Answer<'getLeadBoard'> {
  const columns = board.columns.map((column) => {
    const isFrom = column.cards.some((card) => card.id === lead.id);
    const others = column.cards.filter((card) => card.id !== lead.id);
    const isTo = column.status === status;
    const cards = isTo ? [{ ...lead, status, daysInStage: 0 }, ...others] : others;
    return { ...column, cards, count: column.count + Number(isTo) - Number(isFrom) };
  });
  return { columns };
}

export interface Correction {
  child: Body<'changeStudent'> | null;
  discovery: Body<'changeLead'> | null;
}

/** Corrects what was taken down; refused when somebody else has changed the same record since `seen`. */
export function useCorrectLead() {
  const child = useWrite('changeStudent', { refreshes: shown });
  const discovery = useWrite('changeLead', { refreshes: shown });
  const correctChild = async (seen: Lead, body: Body<'changeStudent'>): Promise<Lead> => {
    const input = { params: { id: seen.studentId }, body, ifMatch: seen.student.version };
    const { firstName, lastName, dob, ageYears, ageIsApproximate, school, interests, version } =
      await child.mutateAsync(input);
    const known = { firstName, lastName, ageYears, ageIsApproximate, version };
    const student = { ...known, dob: dob ?? null, school: school ?? null, interests: interests ?? [] };
    return { ...seen, student: { ...seen.student, ...student } };
  };
  const correctDiscovery = (seen: Lead, body: Body<'changeLead'>): Promise<Lead> =>
    discovery.mutateAsync({ params: { id: seen.id }, body, ifMatch: seen.version });
  return {
    correctChild,
    correctDiscovery,
    isPending: child.isPending || discovery.isPending,
    error: child.error ?? discovery.error,
  };
}

export function useReopen(onDone: (leadId: string) => void) {
  const { mutate, isPending, error } = useWrite('reopenLead', { refreshes: shown, onDone: ({ id }) => onDone(id) });
  return { isPending, error, reopen: (id: string) => mutate({ params: { id } }) };
}

export function useAddNote() {
  const { mutate, isPending, error } = useWrite('addLeadNote', { refreshes: shown });
  return {
    isPending,
    error,
    addNote: (id: string, text: string, onDone: () => void) =>
      mutate({ params: { id }, body: { text } }, { onSuccess: onDone }),
  };
}

type Outcome = Body<'completeFollowUp'>['outcome'];
export interface Contact {
  leadId: string;
  /** The planned follow-up this was; a spontaneous call plans one for this moment and completes it. */
  followUpId: string | null;
  channel: 'CALL' | 'WHATSAPP';
  outcome: Outcome;
  note: string;
  nextDueAt: string | null;
}

/** Writes down how a call or message went, and when the next one is due. */
export function useLogContact() {
  const plan = useWrite('addFollowUp');
  const complete = useWrite('completeFollowUp', { refreshes: shown });
  const log = async ({ leadId, followUpId, channel, outcome, note, nextDueAt }: Contact) => {
    const now = new Date().toISOString();
    const id = followUpId ?? (await plan.mutateAsync({ body: { leadId, channel, dueAt: now } })).id;
    const body = { outcome, nextDueAt, ...(note.trim() && { note: note.trim() }) };
    return complete.mutateAsync({ params: { id }, body });
  };
  return { log, isPending: plan.isPending || complete.isPending, error: plan.error ?? complete.error };
}

export type NewLead = Body<'createLead'>;

/**
 * Saves the children of one family one after the other. What is saved already is not sent again when a
 * later one was refused and the person tries once more.
 */
export function useCreateLeads() {
  const queries = useQueryClient();
  const saved = useRef(new Map<string, Answer<'createLead'>>());
  const keys = useRef(new Map<string, string>());
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<{ child: string; problem: ApiProblem } | null>(null);
  const save = async (leads: readonly { child: string; body: NewLead }[]) => {
    setPending(true);
    setFailure(null);
    for (const { child, body } of leads) {
      if (saved.current.has(child)) continue;
      const written = JSON.stringify(body);
      const idempotencyKey = keys.current.get(written) ?? newKey();
      keys.current.set(written, idempotencyKey);
      try {
        saved.current.set(child, await api('createLead', { body, idempotencyKey }));
      } catch (problem) {
        if (!(problem instanceof ApiProblem)) throw problem;
        setFailure({ child, problem });
        setPending(false);
        return null;
      }
    }
    setPending(false);
    for (const name of shown) void queries.invalidateQueries({ queryKey: [name] });
    return leads.flatMap(({ child }) => saved.current.get(child) ?? []);
  };
  return { save, isPending, failure, isSaved: (child: string) => saved.current.has(child) };
}
