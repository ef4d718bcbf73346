/** One plan: what it promises, how long it holds, with which offerings it earns and for which it pays. */
import { MultiSelect } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Plan } from '../../../src-shared/contract/benefitContract.ts';
import type { ListedOffering } from '../../../src-shared/contract/catalogueContract.ts';
import type { BenefitKind } from '../../../src-shared/domain/closedLists.ts';
import { minorDigits } from '../../../src-shared/domain/money.ts';
import { useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { kindName } from '../../benefits/benefitTexts.ts';
import { Action } from '../../ui/Action.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { PartActions } from '../../ui/SettingsPart.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { draftOf, MOST, type PlanDraft, type PlanFault, readPlan } from './planDraft.ts';
import styles from './plans.module.css';

export interface PlanFormProps {
  kind: BenefitKind;
  /** Null: a new one. */
  plan: Plan | null;
  offerings: readonly ListedOffering[];
  onClose(): void;
}

export function PlanForm({ kind, plan, offerings, onClose }: PlanFormProps) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const { currency } = useOpenShop().shop;
  const create = useCommand('benefitPlan.create');
  const change = useCommand('benefitPlan.change');
  const digits = minorDigits(currency);
  const writing = {
    currency,
    locale: words.locale,
    money: (minor: number) => format.number(minor / 10 ** digits, digits),
  };
  const [draft, setDraft] = useState<PlanDraft>(() => draftOf(plan, kind, writing));
  const [faults, setFaults] = useState<ReadonlySet<PlanFault>>(new Set());
  const form = useRef<HTMLFormElement>(null);
  const set = (part: Partial<PlanDraft>) => {
    setDraft((known) => ({ ...known, ...part }));
    setFaults(new Set());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readPlan(draft, kind, writing);
    if ('faults' in read) {
      setFaults(read.faults);
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (plan !== null) change.mutate({ planId: plan.planId, plan: read.plan }, { onSuccess: onClose });
    else {
      create.mutate(read.plan, {
        onSuccess: () => {
          notices.say({ text: words.t('benefits.taken', { name: read.plan.name }) });
          onClose();
        },
      });
    }
  };
  const pressed = (event: KeyboardEvent) => {
    const isTaken = event.target instanceof Element && event.target.closest('[aria-expanded="true"]');
    if (event.key !== 'Escape' || event.defaultPrevented || isTaken) return;
    event.preventDefault();
    onClose();
  };
  const isSold = kind === 'package' || kind === 'voucher' || kind === 'membership';
  const isEarned = kind === 'stamps' || kind === 'points';
  const isInMonths = kind === 'membership' || kind === 'warranty';
  const amountFault = words.t('common.notAnAmount', { example: format.number(10, 2) });
  const wholeFault = (least: number, most: number) =>
    words.t('benefits.form.wrongNumber', { least: format.number(least), most: format.number(most) });
  const field = (name: PlanFault & keyof PlanDraft, label: string, fault: string, description?: string) => (
    <TextField
      label={label}
      {...(description === undefined ? {} : { description })}
      value={String(draft[name as keyof PlanDraft])}
      inputMode="decimal"
      maxLength={20}
      error={faults.has(name) ? fault : null}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  const chosen = (name: 'earns' | 'pays', label: string) => (
    <MultiSelect
      label={label}
      description={words.t('benefits.form.all')}
      placeholder={words.t('benefits.form.search')}
      searchable
      data={offerings
        .filter(({ isArchived, offeringId }) => !isArchived || draft[name].includes(offeringId))
        .map(({ offeringId, name: shown }) => ({ value: String(offeringId), label: shown }))}
      value={draft[name].map(String)}
      onChange={(values) => set({ [name]: values.map(Number) })}
    />
  );
  const countLabel = isInMonths
    ? words.t('benefits.form.months')
    : kind === 'package'
      ? words.t('benefits.form.uses')
      : words.t(kind === 'stamps' ? 'benefits.form.stamps' : 'benefits.form.points');
  const error = create.error ?? change.error;
  return (
    <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={pressed} noValidate>
      <p className={styles.kind}>
        {kindName(words, kind)}. {words.t(`benefits.means.${kind}`)}
      </p>
      <TextField
        label={words.t('benefits.form.name')}
        value={draft.name}
        maxLength={200}
        autoFocus
        error={faults.has('name') ? words.t('catalogue.nameMissing') : null}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {isSold ? (
        <TextField
          label={words.t('benefits.form.soldAs')}
          description={words.t('benefits.form.soldAs.text')}
          value={draft.soldAs}
          maxLength={200}
          onChange={(event) => set({ soldAs: event.currentTarget.value })}
        />
      ) : null}
      <div className={styles.pair}>
        {kind === 'voucher'
          ? field(
              'value',
              words.t('benefits.form.value', { currency }),
              amountFault,
              words.t('benefits.form.value.text'),
            )
          : field('count', countLabel, wholeFault(1, isInMonths ? MOST.months : MOST.count))}
        {kind === 'stamps'
          ? field('needed', words.t('benefits.form.needed'), wholeFault(1, MOST.count))
          : null}
        {kind === 'membership'
          ? field(
              'off',
              words.t('benefits.form.off'),
              wholeFault(1, MOST.off),
              words.t('benefits.form.off.text'),
            )
          : null}
      </div>
      {isEarned ? (
        <Choices<PlanDraft['per']>
          legend={words.t('benefits.form.per')}
          choices={
            kind === 'stamps'
              ? [
                  { value: 'visit', label: words.t('benefits.per.visit') },
                  { value: 'piece', label: words.t('benefits.per.piece') },
                ]
              : [
                  { value: 'money', label: words.t('benefits.per.money') },
                  { value: 'visit', label: words.t('benefits.per.visit') },
                ]
          }
          value={draft.per}
          onChange={(per) => set({ per })}
        />
      ) : null}
      {kind === 'points' ? (
        <div className={styles.pair}>
          {draft.per === 'visit'
            ? null
            : field('perAmount', words.t('benefits.form.perAmount', { currency }), amountFault)}
          {field('worth', words.t('benefits.form.pointWorth', { currency }), amountFault)}
        </div>
      ) : null}
      {isInMonths ? null : (
        <div className={styles.pair}>
          {field(
            'validCount',
            words.t('benefits.form.validFor'),
            wholeFault(1, draft.validUnit === 'days' ? MOST.days : MOST.months),
            words.t('benefits.form.validFor.text'),
          )}
          <Choices<PlanDraft['validUnit']>
            legend={words.t('benefits.form.unit')}
            choices={[
              { value: 'months', label: words.t('benefits.unit.months') },
              { value: 'days', label: words.t('benefits.unit.days') },
            ]}
            value={draft.validUnit}
            onChange={(validUnit) => set({ validUnit })}
          />
        </div>
      )}
      {kind === 'membership'
        ? field(
            'grace',
            words.t('benefits.form.grace'),
            wholeFault(0, MOST.grace),
            words.t('benefits.form.grace.text'),
          )
        : null}
      {kind === 'voucher' ? (
        <Check
          label={words.t('benefits.form.isPartial')}
          isOn={draft.isPartial}
          onChange={(isPartial) => set({ isPartial })}
        />
      ) : null}
      {isEarned ? (
        <Check
          label={words.t('benefits.form.everyone')}
          isOn={draft.isForEveryone}
          onChange={(isForEveryone) => set({ isForEveryone })}
        />
      ) : null}
      {isEarned || kind === 'warranty'
        ? chosen('earns', words.t(isEarned ? 'benefits.form.earns' : 'benefits.form.givenWith'))
        : null}
      {chosen('pays', words.t('benefits.form.pays'))}
      {plan !== null && plan.held > 0 ? <Sentence text={words.t('benefits.form.later')} size="note" /> : null}
      {error ? <ErrorNote error={error} /> : null}
      <PartActions>
        <Action isSubmit loading={create.isPending || change.isPending}>
          {words.t('benefits.form.save')}
        </Action>
        <Command keys="Esc" onClick={onClose}>
          {words.t('benefits.form.cancel')}
        </Command>
      </PartActions>
    </form>
  );
}

function Check({ label, isOn, onChange }: { label: string; isOn: boolean; onChange(isOn: boolean): void }) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
