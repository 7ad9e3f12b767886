'use client';

import { useQuery } from '@tanstack/react-query';
import { read, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, Body } from '../../lib/operations.ts';

export type Plan = Answer<'listPlans'>['items'][number];

export function usePlans() {
  return useQuery(read('listPlans', { query: { limit: 200 } }));
}

export function useSavePlan() {
  const create = useWrite('createPlan', { refreshes: ['listPlans'] });
  const change = useWrite('changePlan', { refreshes: ['listPlans'] });
  return {
    create: (body: Body<'createPlan'>) => create.mutateAsync({ body }),
    change: (plan: Plan, body: Body<'changePlan'>) =>
      change.mutateAsync({ params: { id: plan.id }, body, ifMatch: plan.version }),
    isPending: create.isPending || change.isPending,
    problem: create.error ?? change.error,
  };
}
