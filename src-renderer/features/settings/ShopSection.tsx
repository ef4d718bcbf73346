/** The shop itself: its name, what it does, its money and its clock, its language, its days. */
import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ShopChange } from '../../../src-shared/contract/shopContract.ts';
import type { Trade } from '../../../src-shared/contract/values.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { HistoryChoice } from '../../ui/HistoryChoice.tsx';
import { LanguageChoice } from '../../ui/LanguageChoice.tsx';
import { currencyChoices, timeZoneChoices } from '../../ui/placeChoices.ts';
import { RemoveDemo } from '../../ui/RemoveDemo.tsx';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { tradeNames } from '../../ui/tradeNames.ts';
import { dayBefore, parseTypedDate } from '../../ui/typedDate.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { OpeningDaysPart } from './OpeningDaysPart.tsx';

export function ShopSection() {
  const { shop } = useOpenShop();
  return (
    <>
      {shop.isDemo ? <DemoPart /> : null}
      <ParticularsPart />
      <LanguagePart />
      <HistoryPart />
      <OpeningDaysPart />
    </>
  );
}

function DemoPart() {
  const words = useWords();
  return (
    <SettingsPart title={words.t('settings.demo')} text={words.t('settings.demo.text')}>
      <RemoveDemo />
    </SettingsPart>
  );
}

function ParticularsPart() {
  const words = useWords();
  const { shop } = useOpenShop();
  const change = useCommand('shop.change');
  const lock = useAnswer('shop.currencyLock', {});
  const [name, setName] = useState<string | null>(null);
  const trades = tradeNames(words);
  const currencies = useMemo(() => currencyChoices(words.locale), [words.locale]);
  const timeZones = useMemo(() => timeZoneChoices(shop.timeZone), [shop.timeZone]);
  const keep = (part: ShopChange) => change.mutate(part);
  const reason = lock.data?.reason ?? null;
  const reasons = {
    visits: words.t('settings.currency.visits'),
    prices: words.t('settings.currency.prices'),
    spend: words.t('settings.currency.spend'),
    costs: words.t('settings.currency.costs'),
  };
  const isNameMissing = name !== null && name.trim() === '';
  const keepName = () => {
    if (name === null || name.trim() === '') return;
    if (name.trim() !== shop.name) keep({ name: name.trim() });
    setName(null);
  };
  return (
    <SettingsPart title={words.t('settings.particulars')}>
      <TextField
        label={words.t('settings.shopName')}
        value={name ?? shop.name}
        maxLength={200}
        error={isNameMissing ? words.t('setup.shopName.missing') : null}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={keepName}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keepName();
          if (event.key === 'Escape') setName(null);
        }}
      />
      <Select
        label={words.t('settings.trade')}
        description={words.t('settings.trade.text')}
        data={Object.entries(trades).map(([value, label]) => ({ value, label }))}
        value={shop.trade ?? 'other'}
        onChange={(trade) => trade !== null && keep({ trade: trade === 'other' ? null : (trade as Trade) })}
      />
      {reason === null ? (
        <Select
          label={words.t('setup.currency')}
          data={currencies}
          value={shop.currency}
          searchable
          nothingFoundMessage={words.t('common.nothingFound')}
          onChange={(currency) => currency !== null && keep({ currency })}
        />
      ) : (
        <TextField
          label={words.t('setup.currency')}
          description={reasons[reason]}
          value={currencies.find(({ value }) => value === shop.currency)?.label ?? shop.currency}
          variant="filled"
          readOnly
        />
      )}
      <Select
        label={words.t('setup.timeZone')}
        description={words.t('settings.timeZone.text')}
        data={timeZones}
        value={shop.timeZone}
        searchable
        limit={200}
        nothingFoundMessage={words.t('common.nothingFound')}
        onChange={(timeZone) => timeZone !== null && keep({ timeZone })}
      />
      {change.error ? <ErrorNote error={change.error} /> : null}
    </SettingsPart>
  );
}

function LanguagePart() {
  const words = useWords();
  const { shop } = useOpenShop();
  const setLocale = useCommand('shop.setLocale');
  return (
    <SettingsPart title={words.t('common.language')} text={words.t('settings.language.text')}>
      <LanguageChoice locale={shop.locale} onLocale={(locale) => setLocale.mutate({ locale })} />
      {setLocale.error ? <ErrorNote error={setLocale.error} /> : null}
    </SettingsPart>
  );
}

function HistoryPart() {
  const words = useWords();
  const { shop } = useOpenShop();
  const setComplete = useCommand('shop.setHistoryComplete');
  return (
    <SettingsPart title={words.t('settings.history')}>
      <HistoryChoice
        isComplete={shop.isHistoryComplete}
        isLegendHidden
        onChange={(isHistoryComplete) => setComplete.mutate({ isHistoryComplete })}
      />
      <HistoryStart />
      {setComplete.error ? <ErrorNote error={setComplete.error} /> : null}
    </SettingsPart>
  );
}

/** The first day the records can be relied on; without one, the first day in them. */
function HistoryStart() {
  const words = useWords();
  const format = useFormat();
  const { shop, today } = useOpenShop();
  const change = useCommand('shop.change');
  const [typed, setTyped] = useState<string | null>(null);
  const [isFault, setIsFault] = useState(false);
  const keep = () => {
    if (typed === null) return;
    const text = typed.trim();
    const day = text === '' ? null : parseTypedDate(text, today, dateWords(words));
    const isWrong = text !== '' && (day === null || day > today);
    setIsFault(isWrong);
    if (isWrong) return;
    setTyped(null);
    if (day !== shop.historyStartsOn) change.mutate({ historyStartsOn: day });
  };
  return (
    <>
      <TextField
        label={words.t('settings.historyStartsOn')}
        description={words.t('settings.historyStartsOn.text')}
        value={typed ?? (shop.historyStartsOn === null ? '' : format.date(shop.historyStartsOn))}
        placeholder={format.date(dayBefore(today), 'dayShort')}
        maxLength={40}
        styles={{ wrapper: { width: '16rem' } }}
        error={isFault ? words.t('common.notADate') : null}
        onFocus={() => setTyped((known) => known ?? shop.historyStartsOn ?? '')}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
      {change.error ? <ErrorNote error={change.error} /> : null}
    </>
  );
}

const dateWords = (words: ReturnType<typeof useWords>) => ({
  today: words.t('retention.asOf.today'),
  yesterday: words.t('retention.asOf.yesterday'),
});
