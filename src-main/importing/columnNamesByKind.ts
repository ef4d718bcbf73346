/**
 * Names of columns in lists of customers, opinions and offerings, in English, Polish and Romanian, as `plainName` leaves
 * them. The first entry of a field that is found wins.
 */
import type { CustomerField, OfferingField, OpinionField } from '../../src-shared/contract/importFields.ts';

const NUMBER = `customer id, customerid, customer number, customer no, client id, clientid, client number, client no,
  member id, membership number, patient id, reference id, external id, externalid, uid, nr klienta, numer klienta,
  id klienta, kod klienta, nr pacjenta, id pacjenta, numer pacjenta, nr client, numar client, id client, cod client,
  codul clientului, id pacient, nr pacient, id, nr, lp`;
const CARD = `card number, card no, loyalty card, loyalty card number, card, nr karty, numer karty, karta,
  karta lojalnosciowa, karta stalego klienta, nr card, numar card, card fidelitate, card de fidelitate`;
const PERSON = `customer name, client name, full name, name, patient name, display name, imie i nazwisko,
  nazwisko i imie, nazwa klienta, klient, pacjent, nazwa kontrahenta, nazwa, customer, client, patient, nume client,
  numele clientului, nume si prenume, nume prenume, nume complet, denumire client, pacient`;
const PHONE = `phone, phone number, phone 1, telephone, mobile, mobile phone, mobile number, cell, telefon, telefon 1,
  nr telefonu, numer telefonu, tel, tel kom, komorka, telefon komorkowy, nr telefon, numar telefon, numar de telefon,
  mobil, telefon mobil`;
const EMAIL = `email, e mail, email address, e mail address, mail, email 1, adres email, adres e mail, adresa email,
  adresa de email, adresa e mail`;
const DATE = `date, opinion date, survey date, response date, submitted at, submitted, completed at, timestamp,
  created at, data, data opinii, data ankiety, data odpowiedzi, data wypelnienia, data si ora, data raspunsului,
  data sondajului, data completarii, day, dzien, ziua`;
const STAFF = `staff, employee, stylist, therapist, pracownik, specjalista, fryzjer, angajat, specialist, stilist`;

const customers: readonly (readonly [CustomerField, string])[] = [
  ['customer', NUMBER],
  ['cardNumber', CARD],
  ['customerName', PERSON],
  ['firstName', 'first name, firstname, given name, imie, prenume, prenumele'],
  ['lastName', 'last name, lastname, surname, family name, nazwisko, nume de familie, nume, numele'],
  ['phone', PHONE],
  [
    'phone2',
    'phone 2, telephone 2, other phone, second phone, telefon 2, drugi telefon, inny telefon, alt telefon',
  ],
  ['phone3', 'phone 3, telephone 3, home phone, telefon 3, telefon domowy, telefon fix, telefon acasa'],
  ['email', EMAIL],
  ['email2', 'email 2, e mail 2, other email, drugi email, inny email, alt email'],
  [
    'birthday',
    `birthday, birth date, birthdate, date of birth, dob, born, data urodzenia, urodziny, data nasterii, zi de nastere,
     ziua de nastere, nascut`,
  ],
  [
    'customerSince',
    `customer since, client since, since, created, created at, creation date, date created, registered, registration date,
     joined, first visit, date added, klient od, od kiedy, data rejestracji, data dodania, data utworzenia, utworzono,
     pierwsza wizyta, client din, client de la, data inregistrarii, data adaugarii, inregistrat, prima vizita`,
  ],
  [
    'tags',
    'tags, tag, labels, label, groups, group, segment, tagi, etykiety, grupa, grupy, etichete, grup, grupuri',
  ],
  [
    'recommendedBy',
    `recommended by, referred by, referrer, polecony przez, polecona przez, polecil, polecila, kto polecil,
     recomandat de, recomandata de, cine a recomandat`,
  ],
  ['source', 'source, how found, channel, referral source, zrodlo, skad, sursa, canal, de unde'],
  [
    'address',
    `address, street address, address line 1, full address, street, adres, ulica, adres zamieszkania, adresa,
     adresa completa, strada`,
  ],
  [
    'note',
    'note, notes, remark, remarks, comment, memo, uwagi, notatka, notatki, komentarz, observatii, nota, note',
  ],
  ['locale', 'language, locale, jezyk, limba'],
  [
    'marketingSms',
    `sms marketing, marketing sms, accepts sms marketing, sms consent, sms opt in, zgoda sms, zgoda na sms, zgoda marketingowa sms,
     marketing prin sms, acord sms, acord marketing sms`,
  ],
  [
    'marketingEmail',
    `email marketing, marketing email, accepts email marketing, accepts marketing, email consent, newsletter, email opt in,
     email subscription status, zgoda email, zgoda e mail, zgoda na email, zgoda marketingowa, zgoda marketingowa email,
     marketing prin email, acord email, acord marketing`,
  ],
  ['marketingPhone', 'marketing phone, phone marketing, zgoda telefon, zgoda na telefon, acord telefon'],
  ['marketingPost', 'marketing post, postal marketing, zgoda poczta, acord posta'],
  ['remindersSms', 'sms reminders, reminders sms, przypomnienia sms, mementouri sms, notificari sms'],
  [
    'remindersEmail',
    'email reminders, reminders email, przypomnienia email, mementouri email, notificari email',
  ],
];

const opinions: readonly (readonly [OpinionField, string])[] = [
  ['date', DATE],
  ['customer', `${NUMBER}`],
  ['cardNumber', CARD],
  ['customerName', PERSON],
  ['phone', PHONE],
  ['email', EMAIL],
  [
    'nps',
    `nps, nps score, recommend, recommendation, likelihood to recommend, how likely, 0 10, polecenie, ocena nps, scor nps,
     czy polecisz, recomandare`,
  ],
  [
    'csat',
    'csat, csat score, satisfaction, rating, stars, score, ocena, zadowolenie, gwiazdki, satisfactie, nota, stele, evaluare',
  ],
  ['ces', 'ces, ces score, effort, customer effort, ease, wysilek, latwosc, efort, usurinta'],
  [
    'comment',
    `comment, comments, opinion, review, review text, feedback, text, remarks, komentarz, opinia, tresc, tresc opinii, uwagi,
     comentariu, opinie, parere, recenzie, observatii`,
  ],
  ['channel', 'channel, source, survey channel, kanal, zrodlo, canal, sursa'],
  ['staff', STAFF],
];

const offerings: readonly (readonly [OfferingField, string])[] = [
  [
    'name',
    `name, product name, service name, item name, treatment, service, product, item, title, offering, nazwa, nazwa uslugi,
     nazwa towaru, nazwa produktu, usluga, towar, produkt, zabieg, denumire, denumire serviciu, denumire produs, nume produs,
     nume serviciu, serviciu, produs, articol, tratament, nume`,
  ],
  [
    'category',
    'category, group, department, product group, kategoria, grupa, grupa towarowa, dzial, categorie, grupa produse, grup',
  ],
  [
    'price',
    `price, retail price, sale price, selling price, gross price, price incl tax, cena, cena brutto, cena sprzedazy,
     cena detaliczna, cennik, pret, pret vanzare, pret brut, pret cu tva, tarif`,
  ],
  ['tax', 'tax, tax rate, vat, vat rate, vat, stawka vat, podatek, stawka, tva, cota tva, taxa'],
  [
    'cost',
    'cost, unit cost, cost price, purchase price, supply price, koszt, cena zakupu, koszt zakupu, cost unitar, pret achizitie, pret de achizitie',
  ],
  [
    'plannedInterval',
    `planned interval, interval, interval days, repeat after, return after, every, odstep, co ile dni, powrot po, interwal,
     interval zile, revenire dupa, la cate zile`,
  ],
];

export const MORE_NAMES = { customers, opinions, offerings } as const;
