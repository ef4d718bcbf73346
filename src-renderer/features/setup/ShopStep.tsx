/** First page: what the shop is called, what it does, its money and its clock. */
import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Trade } from '../../../src-shared/contract/values.ts';
import { Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Field.tsx';
import { currencyChoices, timeZoneChoices } from '../../ui/placeChoices.ts';
import { tradeNames } from '../../ui/tradeNames.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import type { FirstStartForm } from './firstStartForm.ts';
import { StepFrame } from './StepFrame.tsx';
import styles from './setup.module.css';

export interface StepProps {
  form: FirstStartForm;
  onChange(part: Partial<FirstStartForm>): void;
  onNext(): void;
}

export function ShopStep({ form, onChange, onNext }: StepProps) {
  const words = useWords();
  const [isNameMissing, setIsNameMissing] = useState(false);
  const trades = tradeNames(words);
  const currencies = useMemo(() => currencyChoices(words.locale), [words.locale]);
  const timeZones = useMemo(() => timeZoneChoices(form.timeZone), [form.timeZone]);
  const next = () => {
    const isMissing = form.name.trim() === '';
    setIsNameMissing(isMissing);
    if (isMissing) document.getElementById('shop-name')?.focus();
    else onNext();
  };
  return (
    <StepFrame
      step={1}
      title={words.t('setup.shop.title')}
      text={words.t('setup.shop.text')}
      next={words.t('common.next')}
      onNext={next}
    >
      <div className={styles.fields}>
        <TextField
          id="shop-name"
          label={words.t('setup.shopName')}
          value={form.name}
          maxLength={200}
          autoFocus
          data-autofocus
          error={isNameMissing && form.name.trim() === '' ? words.t('setup.shopName.missing') : null}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <Choices
          legend={words.t('setup.trade')}
          choices={(Object.keys(trades) as (Trade | 'other')[]).map((value) => ({
            value,
            label: trades[value],
          }))}
          value={form.trade}
          onChange={(trade) => onChange({ trade })}
        />
        <div className={styles.pair}>
          <Select
            label={words.t('setup.currency')}
            data={currencies}
            value={form.currency}
            searchable
            nothingFoundMessage={words.t('common.nothingFound')}
            onChange={(currency) => currency !== null && onChange({ currency })}
          />
          <Select
            label={words.t('setup.timeZone')}
            data={timeZones}
            value={form.timeZone}
            searchable
            limit={200}
            nothingFoundMessage={words.t('common.nothingFound')}
            onChange={(timeZone) => timeZone !== null && onChange({ timeZone })}
          />
        </div>
      </div>
    </StepFrame>
  );
}
