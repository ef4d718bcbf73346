/** What staff and customers of a demo shop said: promises, wishes, gestures, what was put right, why somebody left. */
import type { Locale } from '../../src-shared/contract/values.ts';
import type { LapseReason } from '../../src-shared/domain/closedLists.ts';

export interface FollowUpTexts {
  readonly promises: readonly string[];
  /** With the solution that was found. */
  readonly wishes: readonly (readonly [wish: string, solution: string])[];
  /** In the order of GESTURE_COSTS_EUR. */
  readonly gestureKinds: readonly string[];
  readonly gestureReasons: readonly string[];
  /** By telephone, not in an opinion. */
  readonly cases: readonly string[];
  readonly solutions: readonly string[];
  readonly lapses: readonly (readonly [LapseReason, string | null])[];
  readonly notes: readonly string[];
}

export const GESTURE_COSTS_EUR = [1, 4, 10] as const;

export const FOLLOW_UP_TEXTS: Readonly<Record<Locale, FollowUpTexts>> = {
  en: {
    promises: [
      'Find out whether the old product can still be ordered',
      'Keep a slot free early in the morning next time',
      'Show the new range and let them try it',
      'Have the same person look after them again',
      'Ring when the ordered part has come',
    ],
    wishes: [
      ['Would like to come after six in the evening', 'Open until eight on Thursdays'],
      ['Asked for the product without perfume', 'Ordered, on the shelf since Monday'],
      ['Somewhere to leave a pram', 'There is room behind the door now'],
      ['Paying by phone', 'The terminal takes phones'],
      ['A reminder the day before', 'Reminders by text message are set up'],
      ['Asked for a smaller pack', 'The supplier has one, from next month on'],
    ],
    gestureKinds: ['Coffee and a cake', 'A sample to take home', 'Next time at half price'],
    gestureReasons: ['had to wait', 'birthday', 'sent us a friend', 'the tenth visit'],
    cases: ['Rang: not happy with how it turned out, would like it looked at again'],
    solutions: [
      'Rang, apologised, done again free of charge',
      'Money back for half, coming again in two weeks',
      'Talked it over with the team, told the customer what changes',
    ],
    lapses: [
      ['moved', null],
      ['price', 'found somebody cheaper around the corner'],
      ['waiting', 'had to wait twenty minutes twice'],
      ['forgot', 'will book at once'],
      ['noAnswer', null],
      ['otherShop', 'goes with a friend now'],
      ['forgot', null],
      ['noNeed', null],
    ],
    notes: ['as last time', 'may be ten minutes late'],
  },
  pl: {
    promises: [
      'Sprawdzić, czy da się jeszcze zamówić poprzedni produkt',
      'Następnym razem zostawić wolny termin wcześnie rano',
      'Pokazać nową linię i dać wypróbować',
      'Następnym razem ta sama osoba',
      'Zadzwonić, gdy przyjdzie zamówiona część',
    ],
    wishes: [
      ['Chciałaby przychodzić po osiemnastej', 'W czwartki pracujemy do dwudziestej'],
      ['Pytanie o wersję bezzapachową', 'Zamówiona, od poniedziałku na półce'],
      ['Miejsce na wózek dziecięcy', 'Za drzwiami jest teraz miejsce'],
      ['Płatność telefonem', 'Terminal przyjmuje telefony'],
      ['Przypomnienie dzień wcześniej', 'Ustawione przypomnienia SMS-em'],
      ['Mniejsze opakowanie', 'Dostawca ma takie, od przyszłego miesiąca'],
    ],
    gestureKinds: ['Kawa i ciastko', 'Próbka do domu', 'Następnym razem za pół ceny'],
    gestureReasons: ['trzeba było czekać', 'urodziny', 'przysłała nam znajomą osobę', 'dziesiąta wizyta'],
    cases: ['Telefon: efekt nie taki, jak miał być, prosi o poprawkę'],
    solutions: [
      'Telefon, przeprosiny, poprawka bez opłaty',
      'Zwrot połowy, kolejna wizyta za dwa tygodnie',
      'Omówione w zespole, klient wie, co zmieniamy',
    ],
    lapses: [
      ['moved', null],
      ['price', 'za rogiem znalazła taniej'],
      ['waiting', 'dwa razy czekanie po dwadzieścia minut'],
      ['forgot', 'od razu się umówi'],
      ['noAnswer', null],
      ['otherShop', 'chodzi teraz ze znajomą'],
      ['forgot', null],
      ['noNeed', null],
    ],
    notes: ['jak ostatnio', 'może się spóźnić dziesięć minut'],
  },
  ro: {
    promises: [
      'De aflat dacă produsul vechi mai poate fi comandat',
      'Data viitoare păstrăm o oră liberă dimineața devreme',
      'De arătat gama nouă și de lăsat să o încerce',
      'Data viitoare, aceeași persoană',
      'De sunat când sosește piesa comandată',
    ],
    wishes: [
      ['Ar vrea să vină după ora șase seara', 'Joia lucrăm până la opt'],
      ['A întrebat de varianta fără parfum', 'Comandată, pe raft de luni'],
      ['Un loc pentru cărucior', 'Acum e loc după ușă'],
      ['Plata cu telefonul', 'Terminalul acceptă telefoane'],
      ['Un mesaj cu o zi înainte', 'Am pornit mesajele SMS'],
      ['Un ambalaj mai mic', 'Furnizorul îl are, de luna viitoare'],
    ],
    gestureKinds: ['Cafea și o prăjitură', 'O mostră pentru acasă', 'Data viitoare la jumătate de preț'],
    gestureReasons: ['a avut de așteptat', 'zi de naștere', 'ne-a trimis o cunoștință', 'a zecea vizită'],
    cases: ['A sunat: nu e mulțumit de rezultat, cere să ne mai uităm o dată'],
    solutions: [
      'Am sunat, ne-am cerut scuze, am refăcut gratuit',
      'Jumătate din bani înapoi, revine peste două săptămâni',
      'Am discutat în echipă, clientul știe ce schimbăm',
    ],
    lapses: [
      ['moved', null],
      ['price', 'a găsit mai ieftin după colț'],
      ['waiting', 'a așteptat de două ori câte douăzeci de minute'],
      ['forgot', 'se programează imediat'],
      ['noAnswer', null],
      ['otherShop', 'merge acum cu o prietenă'],
      ['forgot', null],
      ['noNeed', null],
    ],
    notes: ['ca data trecută', 'poate întârzia zece minute'],
  },
};
