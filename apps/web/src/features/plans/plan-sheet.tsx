'use client';

import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { MoneyInput } from '../../components/money.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenterIfAny } from '../../lib/center.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import { useSession } from '../../lib/session.tsx';
import { type Plan, useSavePlan } from './queries.ts';
import styles from './plans.module.css';

const types = ['PAY_PER_VISIT', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'CUSTOM'] as const;
const kinds = ['TERM', 'PACK', 'DROP_IN'] as const;

interface Values extends Record<string, unknown> {
  name: string;
  planType: Plan['planType'];
  kind: Plan['kind'];
  priceMinor: number | null;
  visitsIncluded: string;
  validityDays: string;
  freezeDaysAllowed: string;
  active: boolean;
}

interface PlanSheetProps {
  /** Null for a new one. */
  plan: Plan | null;
  onClose: () => void;
}

/** In a center a plan of its own, outside of any a template of the organization. */
export function PlanSheet({ plan, onClose }: PlanSheetProps) {
  const t = useTranslations('plans');
  const center = useCenterIfAny();
  const currency = useCurrency();
  const { form, submit, isPending, problem } = usePlanForm({ plan, onClose });
  const number = (name: 'visitsIncluded' | 'validityDays' | 'freezeDaysAllowed') => (
    <TextInput label={t(`plan.${name}`)} inputMode="numeric" autoComplete="off" {...form.getInputProps(name)} />
  );
  return (
    <Sheet
      title={t(plan ? 'changePlan' : center ? 'newPlan' : 'templates.newPlan')}
      isOpen
      onClose={onClose}
      side="right"
    >
      <form className={styles.fields} onSubmit={form.onSubmit(submit)} noValidate>
        <ProblemNotice problem={problem} words={{ duplicate: t('planExists') }} />
        {plan && <p className={styles.muted}>{t('priceForNew')}</p>}
        <TextInput label={t('plan.name')} maxLength={120} data-autofocus {...form.getInputProps('name')} />
        {!plan && <PlanKindFields values={form.values} onChange={(values) => form.setValues(values)} />}
        <MoneyInput
          label={t('plan.price')}
          currency={plan?.price?.currency ?? currency}
          value={form.values.priceMinor}
          onChange={(amount) => form.setFieldValue('priceMinor', amount)}
          error={form.errors['priceMinor']}
        />
        {number('visitsIncluded')}
        {number('validityDays')}
        {number('freezeDaysAllowed')}
        {plan && <Switch label={t('plan.active')} {...form.getInputProps('active', { type: 'checkbox' })} />}
        <Button type="submit" size="lg" loading={isPending}>
          {t('savePlan')}
        </Button>
      </form>
    </Sheet>
  );
}

/** A template has the currency of the first center; the others show its figure in theirs. */
function useCurrency(): string {
  const center = useCenterIfAny();
  const { assignments } = useSession();
  return center?.currency ?? assignments[0]?.currency ?? 'INR';
}

function PlanKindFields({ values, onChange }: { values: Values; onChange: (values: Partial<Values>) => void }) {
  const t = useTranslations('plans');
  return (
    <>
      <ChoiceChips
        label={t('plan.kind')}
        value={values.kind}
        onChange={(kind) => onChange({ kind })}
        choices={kinds.map((value) => ({ value, label: t(`planKind.${value}`) }))}
      />
      <NativeSelect
        label={t('plan.type')}
        value={values.planType}
        onChange={(event) =>
          onChange({ planType: types.find((type) => type === event.currentTarget.value) ?? 'CUSTOM' })
        }
        data={types.map((value) => ({ value, label: t(`planType.${value}`) }))}
      />
    </>
  );
}

const textOf = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
const numberOrNull = (typed: string) => (typed.trim() === '' ? null : Number(typed));

function usePlanForm({ plan, onClose }: PlanSheetProps) {
  const t = useTranslations('plans');
  const center = useCenterIfAny();
  const { create, change, isPending, problem } = useSavePlan();
  const form = useForm<Values>({
    initialValues: {
      name: plan?.name ?? '',
      planType: plan?.planType ?? 'MONTHLY',
      kind: plan?.kind ?? 'TERM',
      priceMinor: plan?.price?.amountMinor ?? null,
      visitsIncluded: textOf(plan?.visitsIncluded),
      validityDays: textOf(plan?.validityDays),
      freezeDaysAllowed: textOf(plan?.freezeDaysAllowed ?? 0),
      active: plan?.active ?? true,
    },
  });
  const show = useFieldProblems(form);
  const submit = async ({ planType, kind, active, ...values }: Values) => {
    if (values.priceMinor === null) return form.setFieldError('priceMinor', t('priceNeeded'));
    const terms = {
      name: values.name.trim(),
      priceMinor: values.priceMinor,
      visitsIncluded: numberOrNull(values.visitsIncluded),
      validityDays: numberOrNull(values.validityDays),
      freezeDaysAllowed: Number(values.freezeDaysAllowed),
    };
    const body = plan ? { ...terms, active } : { ...terms, planType, kind, ...(center && { centerId: center.id }) };
    const wrong = await bodyProblems(plan ? 'changePlan' : 'createPlan', body);
    if (wrong.length > 0) return void show(wrong);
    const saved = plan
      ? change(plan, { ...terms, active })
      : create({ ...terms, planType, kind, ...(center && { centerId: center.id }) });
    await saved.then(() => {
      toast.done(t('planSaved', { name: terms.name }));
      onClose();
    }, show);
  };
  return { form, submit, isPending, problem };
}
