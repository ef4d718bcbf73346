/** Gives something without a sale: a welcome voucher, what stood on the paper card. */
import { Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Plan } from '../../src-shared/contract/benefitContract.ts';
import { useCommand } from '../api/procedures.ts';
import { useOpenShop } from '../api/shop.tsx';
import { Action } from '../ui/Action.tsx';
import { Command } from '../ui/Command.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { TextField } from '../ui/Field.tsx';
import { Sentence } from '../ui/Sentence.tsx';
import { PartActions } from '../ui/SettingsPart.tsx';
import { parseTypedAmount } from '../ui/typedAmount.ts';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import styles from './benefits.module.css';
import { shownCode } from './benefitTexts.ts';
import { useBenefitUndo } from './useBenefitUndo.ts';

export interface GiveFormProps {
  customerId: number;
  plans: readonly Plan[];
  onClose(): void;
}

const MOST = 10_000;

export function GiveForm({ customerId, plans, onClose }: GiveFormProps) {
  const words = useWords();
  const format = useFormat();
  const { currency } = useOpenShop().shop;
  const grant = useCommand('benefit.grant');
  const withUndo = useBenefitUndo();
  const [entryUid] = useState(() => crypto.randomUUID());
  const [planId, setPlanId] = useState<number | null>(plans[0]?.planId ?? null);
  const [amount, setAmount] = useState('');
  const [code, setCode] = useState('');
  const [isFaulty, setIsFaulty] = useState(false);
  const plan = plans.find((one) => one.planId === planId);
  if (plan === undefined) return null;
  const { rules } = plan;
  const isCounted = rules.kind !== 'membership' && rules.kind !== 'warranty';
  const usual = rules.kind === 'package' ? rules.uses : rules.kind === 'voucher' ? rules.valueMinor : null;
  const read = (): number | null | 'wrong' => {
    if (!isCounted) return null;
    if (amount.trim() === '') return usual === null ? 'wrong' : null;
    if (rules.kind === 'voucher') {
      const minor = parseTypedAmount(amount, currency, words.locale);
      return typeof minor === 'number' && minor > 0 ? minor : 'wrong';
    }
    const count = Number(amount.trim());
    return Number.isInteger(count) && count >= 1 && count <= MOST ? count : 'wrong';
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const asked = read();
    setIsFaulty(asked === 'wrong');
    if (asked === 'wrong' || grant.isPending) return;
    grant.mutate(
      {
        planId: plan.planId,
        customerId,
        amount: asked,
        code: rules.kind === 'voucher' && code.trim() !== '' ? code.trim() : null,
        entryUid,
      },
      {
        onSuccess: ({ changeId, code: made }) => {
          const said =
            made === null
              ? words.t('benefits.given', { name: plan.name })
              : words.t('benefits.givenCode', { name: plan.name, code: shownCode(made) });
          withUndo(said, changeId);
          onClose();
        },
      },
    );
  };
  const amountLabel =
    rules.kind === 'stamps'
      ? words.t('benefits.give.stamps')
      : rules.kind === 'points'
        ? words.t('benefits.give.points')
        : rules.kind === 'package'
          ? words.t('benefits.give.uses')
          : words.t('benefits.give.money', { currency });
  const fault =
    rules.kind === 'voucher'
      ? words.t('common.notAnAmount', { example: format.number(100, 2) })
      : words.t('benefits.form.wrongNumber', { least: format.number(1), most: format.number(MOST) });
  return (
    // A form of its own inside the card's: a div, since forms do not nest.
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of a form
    <div
      className={styles.give}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !event.defaultPrevented)
          submit(event);
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <Sentence text={words.t('benefits.give.text')} size="note" />
      <Select
        label={words.t('benefits.give.what')}
        data={plans.map((one) => ({ value: String(one.planId), label: one.name }))}
        value={String(plan.planId)}
        allowDeselect={false}
        onChange={(value) => value !== null && setPlanId(Number(value))}
      />
      {isCounted ? (
        <TextField
          label={amountLabel}
          value={amount}
          placeholder={
            usual === null
              ? ''
              : rules.kind === 'voucher'
                ? format.money(usual, currency)
                : format.number(usual)
          }
          inputMode="decimal"
          maxLength={20}
          autoFocus
          error={isFaulty ? fault : null}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
      ) : null}
      {rules.kind === 'voucher' ? (
        <TextField
          label={words.t('benefits.give.code')}
          value={code}
          maxLength={40}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      ) : null}
      {grant.error ? <ErrorNote error={grant.error} /> : null}
      <PartActions>
        <Action loading={grant.isPending} onClick={submit}>
          {words.t('benefits.give')}
        </Action>
        <Command onClick={onClose}>{words.t('benefits.form.cancel')}</Command>
      </PartActions>
    </div>
  );
}
