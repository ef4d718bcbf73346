/** Offerings with prices, tax, cost and planned interval, each changed where it stands. */
import { useState } from 'react';
import type { ListedOffering, OfferingChange } from '../../../src-shared/contract/catalogueContract.ts';
import { minorDigits } from '../../../src-shared/domain/money.ts';
import { useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { CellInput } from '../../ui/CellInput.tsx';
import { Command } from '../../ui/Command.tsx';
import { ListRow, ListTable, RowActions, type Sorting } from '../../ui/ListTable.tsx';
import { parseTypedAmount } from '../../ui/typedAmount.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { parseTypedInterval, parseTypedRate } from './typedValues.ts';
import { useRemoval } from './useRemoval.ts';

type Column = 'name' | 'category' | 'price' | 'tax' | 'cost' | 'interval';

const VALUE_OF: Readonly<Record<Column, (offering: ListedOffering) => string | number | null>> = {
  name: ({ name }) => name,
  category: ({ category }) => category,
  price: ({ priceMinor }) => priceMinor,
  tax: ({ taxRateBasisPoints }) => taxRateBasisPoints,
  cost: ({ costMinor }) => costMinor,
  interval: ({ plannedIntervalDays }) => plannedIntervalDays,
};

const sorted = (
  offerings: readonly ListedOffering[],
  { by, isDown }: Sorting<Column>,
  locale: string,
): ListedOffering[] => {
  const order = new Intl.Collator(locale);
  const value = VALUE_OF[by];
  return offerings.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)];
    // What is not known stands last, whichever way the list goes.
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    const difference =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : order.compare(String(one), String(other));
    return (isDown ? -difference : difference) || order.compare(a.name, b.name);
  });
};

export interface OfferingTableProps {
  offerings: readonly ListedOffering[];
  categoryListId: string;
  onChanged(): Promise<void>;
}

export function OfferingTable({ offerings, categoryListId, onChanged }: OfferingTableProps) {
  const words = useWords();
  const { shop } = useOpenShop();
  const [sorting, setSorting] = useState<Sorting<Column>>({ by: 'category', isDown: false });
  const money = { currency: shop.currency };
  return (
    <ListTable<Column>
      label={words.t('catalogue.offerings.title')}
      sorting={sorting}
      onSort={setSorting}
      minWidth="55rem"
      actionsName={words.t('catalogue.actions')}
      columns={[
        { key: 'name', name: words.t('catalogue.name') },
        { key: 'category', name: words.t('catalogue.category'), width: '9rem' },
        { key: 'price', name: words.t('catalogue.price', money), width: '6rem', isNumber: true },
        { key: 'tax', name: words.t('catalogue.tax'), width: '4.5rem', isNumber: true },
        { key: 'cost', name: words.t('catalogue.cost', money), width: '6rem', isNumber: true },
        { key: 'interval', name: words.t('catalogue.interval'), width: '9.5rem', isNumber: true },
      ]}
    >
      {sorted(offerings, sorting, words.locale).map((offering) => (
        <OfferingRow
          key={offering.offeringId}
          offering={offering}
          categoryListId={categoryListId}
          onChanged={onChanged}
        />
      ))}
    </ListTable>
  );
}

interface OfferingRowProps {
  offering: ListedOffering;
  categoryListId: string;
  onChanged(): Promise<void>;
}

const DAYS_A_WEEK = 7;

function OfferingRow({ offering, categoryListId, onChanged }: OfferingRowProps) {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  const change = useCommand('offering.change');
  const setArchived = useCommand('offering.setArchived');
  const remove = useCommand('offering.remove');
  const removal = useRemoval();
  const { offeringId, name, isArchived, plannedIntervalDays } = offering;
  const labelled = (column: string) => `${column}, ${name}`;
  const keep = async (part: OfferingChange) => {
    await change.mutateAsync({ offeringId, change: part });
    await onChanged();
    return null;
  };
  const digits = minorDigits(shop.currency);
  const amount = (minor: number | null) =>
    minor === null ? '' : format.number(minor / 10 ** digits, digits);
  const keepAmount = (text: string, part: (minor: number | null) => OfferingChange) => {
    const minor = parseTypedAmount(text, shop.currency, words.locale);
    return typeof minor === 'string' || (minor !== null && minor < 0)
      ? words.t('catalogue.notAnAmount', { example: amount(12_50) })
      : keep(part(minor));
  };
  const interval =
    plannedIntervalDays === null
      ? ''
      : plannedIntervalDays % DAYS_A_WEEK === 0
        ? words.t('catalogue.weeks', { count: plannedIntervalDays / DAYS_A_WEEK })
        : words.t('catalogue.days', { count: plannedIntervalDays });
  const archive = (isNowArchived: boolean) =>
    setArchived.mutateAsync({ id: offeringId, isArchived: isNowArchived });
  return (
    <ListRow isArchived={isArchived}>
      <td>
        <CellInput
          label={labelled(words.t('catalogue.name'))}
          column="name"
          value={name}
          isStrong
          onCommit={(text) => (text === '' ? words.t('catalogue.nameMissing') : keep({ name: text }))}
        />
      </td>
      <td>
        <CellInput
          label={labelled(words.t('catalogue.category'))}
          column="category"
          value={offering.category ?? ''}
          list={categoryListId}
          onCommit={(text) => keep({ category: text === '' ? null : text })}
        />
      </td>
      <td>
        <CellInput
          label={labelled(words.t('catalogue.price', { currency: shop.currency }))}
          column="price"
          value={amount(offering.priceMinor)}
          isNumber
          onCommit={(text) => keepAmount(text, (priceMinor) => ({ priceMinor }))}
        />
      </td>
      <td>
        <CellInput
          label={labelled(words.t('catalogue.tax'))}
          column="tax"
          value={
            offering.taxRateBasisPoints === null ? '' : percent(offering.taxRateBasisPoints, format.number)
          }
          isNumber
          placeholder="%"
          onCommit={(text) => {
            const rate = parseTypedRate(text);
            return rate === 'fault' ? words.t('catalogue.notARate') : keep({ taxRateBasisPoints: rate });
          }}
        />
      </td>
      <td>
        <CellInput
          label={labelled(words.t('catalogue.cost', { currency: shop.currency }))}
          column="cost"
          value={amount(offering.costMinor)}
          isNumber
          onCommit={(text) => keepAmount(text, (costMinor) => ({ costMinor }))}
        />
      </td>
      <td>
        <CellInput
          label={labelled(words.t('catalogue.interval'))}
          column="interval"
          value={interval.replaceAll('\u00a0', ' ')}
          isNumber
          placeholder={words.t('catalogue.weeks', { count: 6 })}
          onCommit={(text) => {
            const days = parseTypedInterval(text);
            return days === 'fault'
              ? words.t('catalogue.notAnInterval')
              : keep({ plannedIntervalDays: days });
          }}
        />
      </td>
      <RowActions>
        <Command
          isQuiet
          aria-label={
            isArchived
              ? words.t('catalogue.unarchiveNamed', { name })
              : words.t('catalogue.archiveNamed', { name })
          }
          onClick={() =>
            void (isArchived
              ? archive(false)
              : removal.archive(
                  name,
                  () => archive(true),
                  () => archive(false),
                ))
          }
        >
          {isArchived ? words.t('catalogue.unarchive') : words.t('catalogue.archive')}
        </Command>
        <Command
          isQuiet
          aria-label={words.t('catalogue.deleteNamed', { name })}
          onClick={() =>
            void removal.remove({
              name,
              keptBecause: words.t('catalogue.offerings.kept', { name }),
              remove: () => remove.mutateAsync({ id: offeringId }),
              unarchive: () => archive(false),
            })
          }
        >
          {words.t('catalogue.delete')}
        </Command>
      </RowActions>
    </ListRow>
  );
}

const percent = (basisPoints: number, number: (value: number, digits?: number) => string): string =>
  `${number(basisPoints / 100, basisPoints % 100 === 0 ? 0 : basisPoints % 10 === 0 ? 1 : 2)} %`;
