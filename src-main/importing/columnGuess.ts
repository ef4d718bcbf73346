/**
 * Which column means what, by its name in English, Polish or Romanian, and where there is no name, by what stands in
 * it. Only guesses a column it has a reason for; the owner sees and corrects the rest.
 */
import type { VisitField } from '../../src-shared/contract/importContract.ts';
import { type DecimalMark, parseDecimal } from '../../src-shared/domain/money.ts';
import { type DateGuess, guessDatePattern } from './dateGuess.ts';

/** Lower case, without diacritics and signs: "Nr klienta" and "NR_KLIENTA" are one name. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * Names as exports of tills, booking programs and spreadsheets write them, after `plainName`. The first entry of a field
 * that is found anywhere wins, so a customer number comes before a customer name. `externalId` names end up in `customer`.
 */
const NAMES: readonly (readonly [VisitField, readonly string[]])[] = [
  [
    'customer',
    [
      'customer id',
      'customerid',
      'customer number',
      'customer no',
      'client id',
      'clientid',
      'client number',
      'client no',
      'card number',
      'card no',
      'loyalty card',
      'member id',
      'membership number',
      'patient id',
      'nr klienta',
      'numer klienta',
      'id klienta',
      'kod klienta',
      'nr karty',
      'numer karty',
      'karta',
      'nr pacjenta',
      'id pacjenta',
      'numer pacjenta',
      'nr client',
      'numar client',
      'id client',
      'cod client',
      'codul clientului',
      'nr card',
      'numar card',
      'card fidelitate',
      'id pacient',
      'nr pacient',
      'kontrahent',
      'customer',
      'client',
      'klient',
      'patient',
      'pacjent',
      'pacient',
      'member',
      'nabywca',
      'cumparator',
      'buyer',
      'id',
      'cust id',
      'cust',
    ],
  ],
  [
    'customerName',
    [
      'customer name',
      'client name',
      'full name',
      'name',
      'patient name',
      'imie i nazwisko',
      'nazwisko i imie',
      'nazwa klienta',
      'nazwisko',
      'nazwa kontrahenta',
      'nume client',
      'numele clientului',
      'nume si prenume',
      'nume prenume',
      'nume',
      'denumire client',
    ],
  ],
  [
    'phone',
    [
      'phone',
      'phone number',
      'telephone',
      'mobile',
      'telefon',
      'nr telefonu',
      'numer telefonu',
      'tel',
      'komorka',
      'nr telefon',
      'numar telefon',
      'mobil',
    ],
  ],
  [
    'email',
    [
      'email',
      'e mail',
      'email address',
      'mail',
      'adres email',
      'adres e mail',
      'adresa email',
      'adresa de email',
    ],
  ],
  [
    'date',
    [
      'date',
      'visit date',
      'sale date',
      'order date',
      'invoice date',
      'transaction date',
      'datetime',
      'date time',
      'timestamp',
      'invoicedate',
      'orderdate',
      'data',
      'data wizyty',
      'data sprzedazy',
      'data paragonu',
      'data transakcji',
      'data i godzina',
      'data wystawienia',
      'data godzina',
      'termin',
      'data vizitei',
      'data vanzarii',
      'data bonului',
      'data bon',
      'data ora',
      'data si ora',
      'data tranzactiei',
      'data programarii',
      'day',
      'dzien',
      'ziua',
      'zi',
    ],
  ],
  [
    'receipt',
    [
      'receipt',
      'receipt number',
      'receipt no',
      'invoice',
      'invoice number',
      'invoice no',
      'invoiceno',
      'order id',
      'order number',
      'order no',
      'transaction id',
      'bill',
      'paragon',
      'nr paragonu',
      'numer paragonu',
      'nr dokumentu',
      'numer dokumentu',
      'faktura',
      'nr faktury',
      'dokument',
      'bon',
      'nr bon',
      'numar bon',
      'nr bonului',
      'bon fiscal',
      'nr bon fiscal',
      'factura',
      'nr factura',
      'document',
      'nr document',
      'nr tranzactie',
    ],
  ],
  [
    'offering',
    [
      'offering',
      'product',
      'item',
      'service',
      'product name',
      'item name',
      'service name',
      'treatment',
      'description',
      'article',
      'towar',
      'usluga',
      'produkt',
      'nazwa towaru',
      'nazwa uslugi',
      'nazwa produktu',
      'zabieg',
      'nazwa',
      'opis',
      'artykul',
      'produs',
      'serviciu',
      'articol',
      'denumire',
      'denumire produs',
      'denumire serviciu',
      'nume produs',
      'tratament',
      'descriere',
    ],
  ],
  [
    'category',
    [
      'category',
      'group',
      'department',
      'product group',
      'kategoria',
      'grupa',
      'grupa towarowa',
      'dzial',
      'categorie',
      'grupa produse',
      'grup',
      'departament',
    ],
  ],
  [
    'quantity',
    [
      'quantity',
      'qty',
      'pieces',
      'units',
      'ilosc',
      'szt',
      'sztuk',
      'liczba',
      'cantitate',
      'cant',
      'buc',
      'bucati',
    ],
  ],
  [
    'unitPrice',
    [
      'unit price',
      'unitprice',
      'price',
      'price each',
      'price per unit',
      'cena',
      'cena jednostkowa',
      'cena brutto',
      'cena jedn',
      'cena jedn brutto',
      'pret',
      'pret unitar',
      'pret buc',
      'pretul',
    ],
  ],
  [
    'amount',
    [
      'amount',
      'total',
      'total amount',
      'line total',
      'value',
      'gross',
      'gross amount',
      'dollar value',
      'dollars',
      'spend',
      'paid',
      'revenue',
      'sales',
      'turnover',
      'kwota',
      'wartosc',
      'wartosc brutto',
      'kwota brutto',
      'suma',
      'razem',
      'do zaplaty',
      'zaplacono',
      'naleznosc',
      'obrot',
      'brutto',
      'valoare',
      'valoarea',
      'valoare totala',
      'suma totala',
      'total de plata',
      'total plata',
      'achitat',
      'incasat',
      'plata',
      'net amount',
      'netto',
      'kwota netto',
    ],
  ],
  [
    'staff',
    [
      'staff',
      'employee',
      'therapist',
      'stylist',
      'operator',
      'cashier',
      'seller',
      'doctor',
      'dentist',
      'trainer',
      'mechanic',
      'pracownik',
      'sprzedawca',
      'kasjer',
      'fryzjer',
      'fryzjerka',
      'lekarz',
      'specjalista',
      'wykonawca',
      'mechanik',
      'trener',
      'kosmetyczka',
      'angajat',
      'vanzator',
      'casier',
      'stilist',
      'medic',
      'specialist',
      'mecanic',
      'antrenor',
      'coafor',
      'personal',
    ],
  ],
  [
    'note',
    [
      'note',
      'notes',
      'remark',
      'remarks',
      'comment',
      'uwagi',
      'notatka',
      'notatki',
      'komentarz',
      'observatii',
      'nota',
      'mentiuni',
      'comentariu',
    ],
  ],
  [
    'source',
    [
      'source',
      'how found',
      'channel',
      'referral',
      'zrodlo',
      'skad',
      'polecenie',
      'sursa',
      'canal',
      'recomandare',
    ],
  ],
];

const ALL_NAMES = new Set(NAMES.flatMap(([, names]) => names));

/** True when at least two cells are names that a header would carry. */
export const looksLikeHeader = (cells: readonly string[]): boolean =>
  cells.filter((cell) => ALL_NAMES.has(plainName(cell))).length >= Math.min(2, cells.length);

export interface ColumnValues {
  /** The header's name, or null where the file has none. */
  readonly name: string | null;
  /** The first some thousand values. */
  readonly values: readonly string[];
}

const NUMBER =
  /^[-+(\u2212]?\s*\d[\d .,'\u00a0\u202f]*\)?-?\s*(?:zł|zl|pln|lei|leu|ron|€|eur|\$|usd|£|gbp)?\.?$/i;

/** The decimal mark that more of the values use: a mark followed by one or two digits at the end. */
export const guessDecimal = (values: readonly string[]): DecimalMark => {
  let commas = 0;
  let points = 0;
  for (const value of values) {
    const mark = /([.,])\d{1,2}\D*$/.exec(value.trim())?.[1];
    if (mark === ',') commas++;
    else if (mark === '.') points++;
  }
  return commas > points ? ',' : '.';
};

const shareOf = (values: readonly string[], holds: (value: string) => boolean): number => {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter(holds).length / filled.length;
};

const isNumber = (value: string): boolean => NUMBER.test(value.trim());
const hasFraction = (value: string): boolean => /\d[.,]\d{1,2}\D*$/.test(value.trim());
const isEmail = (value: string): boolean => /^\S+@\S+\.\S+$/.test(value.trim());
const isPhone = (value: string): boolean => /^\+?[\d\s()-]{9,18}$/.test(value.trim());

export interface ColumnGuess {
  readonly columns: Partial<Record<VisitField, number>>;
  readonly decimal: DecimalMark;
  readonly date: DateGuess | null;
}

const byName = (columns: readonly ColumnValues[]): Partial<Record<VisitField, number>> => {
  const names = columns.map(({ name }) => (name === null ? null : plainName(name)));
  const found: Partial<Record<VisitField, number>> = {};
  const taken = new Set<number>();
  for (const [field, known] of NAMES) {
    for (const name of known) {
      const at = names.findIndex((candidate, i) => candidate === name && !taken.has(i));
      if (at < 0) continue;
      found[field] = at;
      taken.add(at);
      break;
    }
  }
  return found;
};

/** Headers that may stand above a number as well as above a name. */
const PERSON_NAMES = new Set(
  'customer client klient patient pacjent pacient member kontrahent nabywca cumparator buyer'.split(' '),
);
/** Two words or more, in letters: "Anna Nowak", not "K-17". */
const isPersonName = (value: string): boolean =>
  /^\p{L}[\p{L}.'-]*(?: \p{L}[\p{L}.'-]*)+$/u.test(value.trim());

/** `lastDay`: see guessDatePattern. */
export const guessColumns = (columns: readonly ColumnValues[], lastDay: number): ColumnGuess => {
  const found = byName(columns);
  const taken = () => new Set(Object.values(found));
  const dateOf = (at: number): DateGuess | null => guessDatePattern(columns[at]!.values, lastDay);

  let date = found.date === undefined ? null : dateOf(found.date);
  if (!date) {
    delete found.date;
    for (let at = 0; at < columns.length; at++) {
      if (taken().has(at)) continue;
      const guess = dateOf(at);
      // In a column of numbers, a few always look like dates.
      if (guess && guess.share >= 0.9 && (!date || guess.share > date.share)) {
        date = guess;
        found.date = at;
      }
    }
  }

  const person = found.customer === undefined ? undefined : columns[found.customer];
  if (
    found.customer !== undefined &&
    found.customerName === undefined &&
    PERSON_NAMES.has(plainName(person?.name ?? '')) &&
    shareOf(person?.values ?? [], isPersonName) >= 0.5
  ) {
    found.customerName = found.customer;
    delete found.customer;
  }

  const free = (): number[] => columns.map((_, at) => at).filter((at) => !taken().has(at));
  if (found.email === undefined) {
    const at = free().find((i) => shareOf(columns[i]!.values, isEmail) >= 0.8);
    if (at !== undefined) found.email = at;
  }
  if (found.amount === undefined && found.unitPrice === undefined) {
    const numbers = free().filter((at) => shareOf(columns[at]!.values, isNumber) >= 0.9);
    const withFraction = numbers.filter((at) => shareOf(columns[at]!.values, hasFraction) >= 0.5);
    // Without a name, a bare last column of whole numbers is money only where something else can be the customer.
    const at = withFraction.at(-1) ?? (numbers.length > 1 ? numbers.at(-1) : undefined);
    if (at !== undefined) found.amount = at;
  }
  if (found.customer === undefined && found.customerName === undefined && found.phone === undefined) {
    const isIdLike = (at: number): boolean => {
      const filled = columns[at]!.values.filter((value) => value.trim() !== '');
      const distinct = new Set(filled).size;
      const isShort = shareOf(filled, (value) => value.trim().length <= 40) >= 0.95;
      // Customers come more than once, and there is more than a handful of them.
      return (
        filled.length > 0 && isShort && distinct >= Math.min(5, filled.length * 0.2) && !isFractional(filled)
      );
    };
    const isFractional = (values: readonly string[]): boolean => shareOf(values, hasFraction) >= 0.3;
    const candidates = free().filter(isIdLike);
    const repeated = candidates.find((at) => {
      const filled = columns[at]!.values.filter((value) => value.trim() !== '');
      return filled.length < 20 || new Set(filled).size < filled.length * 0.98;
    });
    const at = repeated ?? candidates[0];
    if (at !== undefined) {
      if (columns[at]!.name === null && shareOf(columns[at]!.values, isPhone) >= 0.9) found.phone = at;
      else found.customer = at;
    }
  }
  // A price without a quantity is what was paid.
  if (found.unitPrice !== undefined && found.quantity === undefined && found.amount === undefined) {
    found.amount = found.unitPrice;
  }
  if (found.amount !== undefined) delete found.unitPrice;

  const money = [found.amount, found.unitPrice, found.quantity].flatMap((at) =>
    at === undefined ? [] : columns[at]!.values,
  );
  const decimal = guessDecimal(money);
  return { columns: found, decimal, date };
};

/** True when the values of a column read as numbers with the given mark: used to tell a header from data. */
export const isNumeric = (value: string): boolean =>
  typeof parseDecimal(value, '.') !== 'string' || typeof parseDecimal(value, ',') !== 'string';
