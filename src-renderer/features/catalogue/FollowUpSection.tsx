/** What staff may give, how much of it of their own accord, and which scores open a case. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import type { CaseRules } from '../../../src-shared/contract/caseContract.ts';
import type { GestureBudget } from '../../../src-shared/contract/gestureContract.ts';
import { minorDigits } from '../../../src-shared/domain/money.ts';
import { SCALES, SCORE_KINDS } from '../../../src-shared/domain/opinionScores.ts';
import { useRole } from '../../api/access.tsx';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { CellInput } from '../../ui/CellInput.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { parseTypedAmount } from '../../ui/typedAmount.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { AddRow } from './AddRow.tsx';
import { NamedList } from './NamedList.tsx';

export function FollowUpSection() {
  const isOwner = useRole() === 'owner';
  return (
    <>
      <GestureKinds />
      {isOwner ? (
        <>
          <Budget />
          <Rules />
        </>
      ) : null}
    </>
  );
}

/** Minor units; null where it is no amount that something can cost. */
const useTypedCost = (): ((text: string) => number | null) => {
  const words = useWords();
  const { shop } = useOpenShop();
  return (text) => {
    const minor = parseTypedAmount(text, shop.currency, words.locale);
    if (minor === null) return 0;
    return typeof minor === 'string' || minor < 0 ? null : minor;
  };
};

function GestureKinds() {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  const costOf = useTypedCost();
  const list = useAnswer('gestureKind.list', {});
  const create = useCommand('gestureKind.create');
  const change = useCommand('gestureKind.change');
  const setArchived = useCommand('gestureKind.setArchived');
  const remove = useCommand('gestureKind.remove');
  const [cost, setCost] = useState('');
  const digits = minorDigits(shop.currency);
  const written = (minor: number) => format.number(minor / 10 ** digits, digits);
  const notAnAmount = words.t('common.notAnAmount', { example: written(12 * 10 ** digits) });
  const typedCost = costOf(cost);
  return (
    <SettingsPart title={words.t('settings.gestures.title')} text={words.t('settings.gestures.text')}>
      <AddRow
        label={words.t('settings.gestures.new')}
        onAdd={async (name) => {
          await create.mutateAsync({ name, costMinor: typedCost ?? 0 });
          setCost('');
        }}
      >
        <TextField
          label={words.t('settings.gestures.cost')}
          value={cost}
          inputMode="decimal"
          maxLength={30}
          styles={{ root: { width: '8rem' } }}
          rightSection={<span aria-hidden="true">{shop.currency}</span>}
          rightSectionWidth="3.5rem"
          error={typedCost === null ? notAnAmount : null}
          onChange={(event) => setCost(event.currentTarget.value)}
        />
      </AddRow>
      {list.error ? <ErrorNote error={list.error} /> : null}
      <NamedList
        label={words.t('settings.gestures.title')}
        rows={list.data?.kinds ?? []}
        nameColumn={words.t('settings.gestures.name')}
        extra={{
          name: `${words.t('settings.gestures.cost')}, ${shop.currency}`,
          width: '9rem',
          cell: ({ id, name, costMinor }) => (
            <CellInput
              label={words.t('settings.gestures.costOf', { name })}
              column="cost"
              value={written(costMinor)}
              isNumber
              onCommit={async (text) => {
                const minor = costOf(text);
                if (minor === null) return notAnAmount;
                await change.mutateAsync({ id, change: { costMinor: minor } });
                return null;
              }}
            />
          ),
        }}
        keptBecause={(name) => words.t('settings.gestures.kept', { name })}
        onRename={({ id }, name) => change.mutateAsync({ id, change: { name } })}
        onArchive={({ id }, isArchived) => setArchived.mutateAsync({ id, isArchived })}
        onRemove={({ id }) => remove.mutateAsync({ id })}
      />
    </SettingsPart>
  );
}

function Budget() {
  const words = useWords();
  const budget = useAnswer('gestureBudget.read', {});
  const write = useCommand('gestureBudget.write');
  if (budget.error) return <ErrorNote error={budget.error} />;
  if (!budget.data) return null;
  const known = budget.data;
  const keep = async (part: Partial<GestureBudget>) => {
    await write.mutateAsync({ ...known, ...part });
    await budget.refetch();
  };
  return (
    <SettingsPart title={words.t('settings.budget.title')} text={words.t('settings.budget.text')}>
      <MoneyField
        label={words.t('settings.budget.perGesture')}
        amountMinor={known.perGestureMinor}
        onKeep={(perGestureMinor) => keep({ perGestureMinor })}
      />
      <MoneyField
        label={words.t('settings.budget.perMonth')}
        description={words.t('settings.budget.perMonth.text')}
        amountMinor={known.perMonthMinor}
        onKeep={(perMonthMinor) => keep({ perMonthMinor })}
      />
    </SettingsPart>
  );
}

const LIMITS = { nps: 'npsAtMost', csat: 'csatAtMost', ces: 'cesAtMost' } as const;
const NEVER = 'never';
const DEADLINES = [0, 1, 2, 3, 5, 7, 10, 14] as const;

function Rules() {
  const words = useWords();
  const notices = useNotices();
  const rules = useAnswer('caseRules.read', {});
  const write = useCommand('caseRules.write');
  if (rules.error) return <ErrorNote error={rules.error} />;
  if (!rules.data) return null;
  const known = rules.data;
  const keep = (part: Partial<CaseRules>) =>
    write.mutate(
      { ...known, ...part },
      { onSuccess: () => void rules.refetch(), onError: (error) => notices.fail(error) },
    );
  const look = {
    allowDeselect: false,
    openOnFocus: false,
    comboboxProps: { shadow: 'none' },
    styles: { root: { width: '20rem', maxWidth: '100%' } },
  } as const;
  return (
    <SettingsPart title={words.t('settings.cases.title')} text={words.t('settings.cases.text')}>
      {SCORE_KINDS.map((kind) => {
        const { low, high } = SCALES[kind];
        // At the top of the scale every answer would open one.
        const scores = Array.from({ length: high - low }, (_, index) => low + index);
        return (
          <Select
            key={kind}
            {...look}
            label={words.t(`settings.cases.${kind}`)}
            data={[
              { value: NEVER, label: words.t('settings.cases.never') },
              ...scores.map((score) => ({
                value: String(score),
                label: words.t('settings.cases.upTo', { score }),
              })),
            ]}
            value={known[LIMITS[kind]] === null ? NEVER : String(known[LIMITS[kind]])}
            onChange={(value) =>
              keep({ [LIMITS[kind]]: value === NEVER || value === null ? null : Number(value) })
            }
          />
        );
      })}
      <Select
        {...look}
        label={words.t('settings.cases.deadline')}
        data={[...new Set([...DEADLINES, known.deadlineOpeningDays])]
          .sort((a, b) => a - b)
          .map((count) => ({ value: String(count), label: words.t('settings.cases.days', { count }) }))}
        value={String(known.deadlineOpeningDays)}
        onChange={(value) => keep({ deadlineOpeningDays: Number(value) })}
      />
    </SettingsPart>
  );
}
