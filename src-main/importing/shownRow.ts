/** A row as it was understood, value by value, for the preview and the dry run; and what it is called in a list. */
import type { ShownValue, ShownValues } from '../../src-shared/contract/importContract.ts';
import type { ImportField } from '../../src-shared/contract/importFields.ts';
import type { ImportRow } from './interpretRow.ts';
import { PIECE } from './rowAmount.ts';
import { displayNameOf } from './rowCard.ts';
import type { RowMoment } from './rowMoment.ts';
import type { RowPerson } from './rowPerson.ts';

const PER_PERCENT = 100;

const text = (value: string | null | undefined): ShownValue | null => (value ? { text: value } : null);
const money = (value: number | null): ShownValue | null => (value === null ? null : { amountMinor: value });
const number = (value: number | null): ShownValue | null => (value === null ? null : { number: value });
const day = (value: string | null): ShownValue | null => (value === null ? null : { day: value, time: null });

/** '09:05'. */
const clockOf = (secondOfDay: number): string => {
  const minutes = Math.floor(secondOfDay / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

const moment = ({ businessDate, secondOfDay }: RowMoment): ShownValue => ({
  day: businessDate,
  time: secondOfDay === null ? null : clockOf(secondOfDay),
});

const person = (who: RowPerson | null): Partial<Record<ImportField, ShownValue | null>> =>
  who === null
    ? {}
    : {
        // Who it is, by whatever the row says best.
        customer: text(displayNameOf(who)),
        customerName: text(who.name),
        cardNumber: text(who.cardNumber),
        phone: text(who.phones[0]),
        email: text(who.emails[0]),
      };

const valuesOf = (row: ImportRow): Partial<Record<ImportField, ShownValue | null>> => {
  switch (row.kind) {
    case 'visits':
      return {
        date: moment(row),
        ...person(row.person),
        amount: money(row.amountMinor),
        discount: money(row.discountMinor),
        offering: text(row.offering),
        category: text(row.category),
        quantity: number(row.quantityThousandths / PIECE),
        staff: text(row.staff),
        receipt: text(row.receipt),
        note: text(row.note),
        source: text(row.source),
      };
    case 'opinions':
      return {
        date: moment(row),
        ...person(row.person),
        nps: number(row.nps),
        csat: number(row.csat),
        ces: number(row.ces),
        comment: text(row.comment),
        channel: text(row.channel),
        staff: text(row.staff),
      };
    case 'offerings':
      return {
        name: text(row.name),
        category: text(row.category),
        price: money(row.priceMinor),
        tax: number(row.taxRateBasisPoints === null ? null : row.taxRateBasisPoints / PER_PERCENT),
        cost: money(row.costMinor),
        plannedInterval: number(row.plannedIntervalDays),
      };
    case 'customers':
      return {
        customer: text(row.externalId),
        customerName: text(row.displayName),
        firstName: text(row.firstName),
        lastName: text(row.lastName),
        phone: text(row.phones[0] ?? row.oddPhones[0]),
        phone2: text(row.phones[1]),
        phone3: text(row.phones[2]),
        email: text(row.emails[0]),
        email2: text(row.emails[1]),
        cardNumber: text(row.cardNumber),
        birthday: day(row.birthday),
        customerSince: day(row.customerSince),
        tags: text(row.tags.join(', ')),
        source: text(row.source),
        recommendedBy: text(row.recommendedBy),
        address: text(row.address),
        note: text(row.note),
        locale: text(row.locale),
        ...Object.fromEntries(row.consents.map(({ field, isGiven }) => [field, { yes: isGiven }])),
      };
  }
};

/** Only what the row says. */
export const shownValues = (row: ImportRow): ShownValues =>
  Object.fromEntries(
    Object.entries(valuesOf(row)).filter(([, value]) => value !== null && value !== undefined),
  );

export const titleOf = (row: ImportRow): string => {
  if (row.kind === 'customers') return row.displayName;
  if (row.kind === 'offerings') return row.name;
  const who = row.person === null ? '' : displayNameOf(row.person);
  return [row.businessDate, who].filter((part) => part !== '').join(' · ');
};
