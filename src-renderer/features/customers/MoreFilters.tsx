/** Further ways to narrow the table: when somebody was last here, when they were born, what they agreed to. */
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from '../../../src-shared/domain/closedLists.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { CellInput } from '../../ui/CellInput.tsx';
import { parseTypedDate } from '../../ui/typedDate.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { Word } from './FilterWord.tsx';
import styles from './list.module.css';
import type { ListView } from './listView.ts';
import { typedDayOf } from './typedDay.ts';

export interface MoreFiltersProps {
  view: ListView;
  onChange(part: Partial<ListView>): void;
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

export const isMoreNarrowed = ({ consent, lastFrom, lastTo, birthdayMonth }: ListView): boolean =>
  consent !== null || lastFrom !== null || lastTo !== null || birthdayMonth !== null;

export function MoreFilters({ view, onChange }: MoreFiltersProps) {
  const words = useWords();
  const format = useFormat();
  const { today } = useOpenShop();
  const { consent, birthdayMonth } = view;
  const day = (key: 'lastFrom' | 'lastTo', label: string) => (
    <span className={styles.filterDay}>
      <CellInput
        label={label}
        column={key}
        placeholder={words.t('customers.filter.day')}
        maxLength={20}
        value={view[key] === null ? '' : typedDayOf(view[key], words.locale)}
        onCommit={(text) => {
          const date =
            text === ''
              ? null
              : parseTypedDate(text, today, {
                  today: words.t('retention.asOf.today'),
                  yesterday: words.t('retention.asOf.yesterday'),
                });
          if (text !== '' && date === null) return words.t('customers.fault.dayUnread');
          onChange({ [key]: date });
          return null;
        }}
      />
    </span>
  );
  return (
    <div className={styles.filters}>
      <span className={styles.filter}>
        <span>{words.t('customers.filter.lastFrom')}</span>
        {day('lastFrom', words.t('customers.filter.lastFromLabel'))}
        <span>{words.t('customers.filter.lastTo')}</span>
        {day('lastTo', words.t('customers.filter.lastToLabel'))}
      </span>
      <Word
        label={words.t('customers.filter.birthday')}
        value={String(birthdayMonth ?? '')}
        isChanged={birthdayMonth !== null}
        onValue={(month) => onChange({ birthdayMonth: month === '' ? null : Number(month) })}
      >
        <option value="">{words.t('customers.filter.anyMonth')}</option>
        {MONTHS.map((month) => (
          <option key={month} value={month}>
            {format.date(`2001-${String(month).padStart(2, '0')}`, 'monthName')}
          </option>
        ))}
      </Word>
      <Word
        label={words.t('customers.filter.consent')}
        value={consent === null ? '' : `${consent.purpose}.${consent.channel}`}
        isChanged={consent !== null}
        onValue={(value) => {
          const purpose = CONSENT_PURPOSES.find((one) => value.startsWith(`${one}.`));
          const channel = CONSENT_CHANNELS.find((one) => value.endsWith(`.${one}`));
          onChange({ consent: purpose && channel ? { purpose, channel } : null });
        }}
      >
        <option value="">{words.t('customers.filter.anyConsent')}</option>
        {CONSENT_PURPOSES.map((purpose) => (
          <optgroup key={purpose} label={words.t(`customers.purpose.${purpose}`)}>
            {CONSENT_CHANNELS.map((channel) => (
              <option key={channel} value={`${purpose}.${channel}`}>
                {words.t('customers.filter.consentOf', {
                  purpose: words.t(`customers.purpose.${purpose}`),
                  channel: words.t(`customers.channel.${channel}`),
                })}
              </option>
            ))}
          </optgroup>
        ))}
      </Word>
    </div>
  );
}
