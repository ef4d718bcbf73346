/**
 * The names that columns carry in exports of tills, booking programs and spreadsheets, in English, Polish and Romanian.
 * A dictionary only: which column a name then gets, and what stands in columns without one, is columnGuess.ts's business.
 */
import type { ImportField, ImportKind, VisitField } from '../../src-shared/contract/importFields.ts';
import { MORE_NAMES } from './columnNamesByKind.ts';

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
 * By field, after `plainName`. The first entry of a field that is found anywhere wins, so a customer number comes before
 * a customer name.
 */
export const NAMES: readonly (readonly [VisitField, readonly string[]])[] = (
  [
    [
      'customer',
      `customer id, customerid, customer number, customer no, client id, clientid, client number,
       client no, card number, card no, loyalty card, member id, membership number, patient id,
       nr klienta, numer klienta, id klienta, kod klienta, nr karty, numer karty, karta, nr pacjenta,
       id pacjenta, numer pacjenta, nr client, numar client, id client, cod client, codul clientului,
       nr card, numar card, card fidelitate, id pacient, nr pacient, kontrahent, customer, client,
       klient, patient, pacjent, pacient, member, nabywca, cumparator, buyer, id, cust id, cust`,
    ],
    [
      'customerName',
      `customer name, client name, full name, name, patient name, imie i nazwisko, nazwisko i imie,
       nazwa klienta, nazwisko, nazwa kontrahenta, nume client, numele clientului, nume si prenume,
       nume prenume, nume, denumire client`,
    ],
    [
      'phone',
      `phone, phone number, telephone, mobile, telefon, nr telefonu, numer telefonu, tel, komorka,
       nr telefon, numar telefon, mobil`,
    ],
    ['email', `email, e mail, email address, mail, adres email, adres e mail, adresa email, adresa de email`],
    [
      'date',
      `date, visit date, sale date, order date, invoice date, transaction date, datetime, date time,
       timestamp, invoicedate, orderdate, data, data wizyty, data sprzedazy, data paragonu,
       data transakcji, data i godzina, data wystawienia, data godzina, termin, data vizitei,
       data vanzarii, data bonului, data bon, data ora, data si ora, data tranzactiei, data programarii,
       day, dzien, ziua, zi`,
    ],
    [
      'receipt',
      `receipt, receipt number, receipt no, invoice, invoice number, invoice no, invoiceno, order id,
       order number, order no, transaction id, bill, paragon, nr paragonu, numer paragonu, nr dokumentu,
       numer dokumentu, faktura, nr faktury, dokument, bon, nr bon, numar bon, nr bonului, bon fiscal,
       nr bon fiscal, factura, nr factura, document, nr document, nr tranzactie`,
    ],
    [
      'offering',
      `offering, product, item, service, product name, item name, service name, treatment, description,
       article, towar, usluga, produkt, nazwa towaru, nazwa uslugi, nazwa produktu, zabieg, nazwa, opis,
       artykul, produs, serviciu, articol, denumire, denumire produs, denumire serviciu, nume produs,
       tratament, descriere`,
    ],
    [
      'category',
      `category, group, department, product group, kategoria, grupa, grupa towarowa, dzial, categorie,
       grupa produse, grup, departament`,
    ],
    ['quantity', `quantity, qty, pieces, units, ilosc, szt, sztuk, liczba, cantitate, cant, buc, bucati`],
    [
      'unitPrice',
      `unit price, unitprice, price, price each, price per unit, cena, cena jednostkowa, cena brutto,
       cena jedn, cena jedn brutto, pret, pret unitar, pret buc, pretul`,
    ],
    [
      'amount',
      `amount, total, total amount, line total, value, gross, gross amount, dollar value, dollars, spend,
       paid, revenue, sales, turnover, kwota, wartosc, wartosc brutto, kwota brutto, suma, razem,
       do zaplaty, zaplacono, naleznosc, obrot, brutto, valoare, valoarea, valoare totala, suma totala,
       total de plata, total plata, achitat, incasat, plata, net amount, netto, kwota netto`,
    ],
    [
      'staff',
      `staff, employee, therapist, stylist, operator, cashier, seller, doctor, dentist, trainer,
       mechanic, pracownik, sprzedawca, kasjer, fryzjer, fryzjerka, lekarz, specjalista, wykonawca,
       mechanik, trener, kosmetyczka, angajat, vanzator, casier, stilist, medic, specialist, mecanic,
       antrenor, coafor, personal`,
    ],
    [
      'note',
      `note, notes, remark, remarks, comment, uwagi, notatka, notatki, komentarz, observatii, nota,
       mentiuni, comentariu`,
    ],
    ['discount', `discount, discount amount, rabat, upust, kwota rabatu, reducere, discount acordat`],
    ['source', `source, how found, channel, referral, zrodlo, skad, polecenie, sursa, canal, recomandare`],
  ] as const
).map(([field, names]) => [field, names.split(',').map((name) => name.trim())]);

const listed = <Field extends ImportField>(
  names: readonly (readonly [Field, string])[],
): readonly (readonly [Field, readonly string[]])[] =>
  names.map(([field, text]) => [field, text.split(',').map((name) => name.trim())]);

export const NAMES_BY_KIND: Readonly<
  Record<ImportKind, readonly (readonly [ImportField, readonly string[]])[]>
> = {
  visits: NAMES,
  customers: listed(MORE_NAMES.customers),
  opinions: listed(MORE_NAMES.opinions),
  offerings: listed(MORE_NAMES.offerings),
};

const ALL_NAMES = new Set(Object.values(NAMES_BY_KIND).flatMap((names) => names.flatMap(([, of]) => of)));

/** True when at least two cells are names that a header would carry. */
export const looksLikeHeader = (cells: readonly string[]): boolean =>
  cells.filter((cell) => ALL_NAMES.has(plainName(cell))).length >= Math.min(2, cells.length);

/** Headers that may stand above a number as well as above a name. */
export const PERSON_NAMES: ReadonlySet<string> = new Set(
  'customer client klient patient pacjent pacient member kontrahent nabywca cumparator buyer'.split(' '),
);
