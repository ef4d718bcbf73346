import type { common as english } from '../en/common.ts';
import type { Translated } from '../message.ts';

export const common: Translated<typeof english> = {
  'common.waiting': 'Chwileczkę…',
  'common.language': 'Język',
  'common.english': 'English',
  'common.polish': 'Polski',
  'common.romanian': 'Română',
  'common.next': 'Dalej',
  'common.back': 'Wróć',
  'common.cancel': 'Przerwij',
  'common.yes': 'Tak',
  'common.no': 'Nie',
  'common.nothingFound': 'Nic nie pasuje',
  'common.showSecret': 'Pokaż, co wpisuję',
  'common.openDataFolder': 'Otwórz folder',
  'common.chooseAll': 'Zaznacz wszystko',
  'common.chooseNone': 'Odznacz wszystko',
  'common.notAnAmount': 'Wpisz kwotę, na przykład {example}, albo zostaw puste.',
  'common.notADate': 'Wpisz dzień, na przykład 24.12.2026.',
  'common.history.question': 'Czy te dane sięgają aż do pierwszego klienta?',
  'common.history.yes': 'Tak, od pierwszego klienta',
  'common.history.yesText':
    'Dopiero zaczynamy albo wczytujemy wszystko od początku. Wtedy pierwsza wizyta, którą widzi Revino, jest naprawdę pierwsza.',
  'common.history.no': 'Nie, dopiero od pewnego momentu albo nie mam pewności',
  'common.history.noText':
    'Wtedy Revino ostrożnie traktuje osoby z pierwszych miesięcy: część z nich przychodziła już wcześniej. Możesz to zmienić w ustawieniach.',
  'common.loadNewer': 'Wczytaj nowszą wersję',
  'common.saveMine': 'Zapisz moją',
};
