import type { shell as english } from '../en/shell.ts';
import type { Translated } from '../message.ts';

export const shell: Translated<typeof english> = {
  'shell.screens': 'Ekrany',
  'shell.desk': 'Recepcja',
  'shell.customers': 'Klienci',
  'shell.retention': 'Powroty',
  'shell.import': 'Import',
  'shell.reports': 'Raporty',
  'shell.settings': 'Ustawienia',
  'shell.demo': 'dane pokazowe',
  'shell.reload': 'Pokaż Revino od nowa',
  'notices.place': 'Powiadomienia',
  'notices.nothingToUndo':
    'Nic nie cofnięto: minął czas na szybkie cofnięcie. Wizytę cofniesz na liście dnia, a kartę poprawisz na niej samej.',
  'notices.undo': 'Cofnij',
  'notices.close': 'Schowaj',
  'settings.sections': 'Działy',
  'settings.shop': 'Firma',
  'settings.about': 'O programie',
  'settings.language.text': 'Od razu zmienia ekrany, menu i raporty.',
  'settings.appearance': 'Wygląd',
  'settings.appearance.auto': 'Jak w systemie',
  'settings.appearance.light': 'Jasny',
  'settings.appearance.dark': 'Ciemny',
  'settings.history': 'Gdzie zaczynają się dane',
  'settings.protection': 'Zabezpieczenie',
  'settings.protection.keyStore':
    'Dane są zaszyfrowane, a otwiera je ten komputer. Na każdym innym otworzy je tylko klucz odzyskiwania.',
  'settings.protection.passphrase':
    'Dane są zaszyfrowane. Otwiera je Twoje hasło, a gdy go zapomnisz, klucz odzyskiwania.',
  'settings.protection.none':
    'Dane nie są zaszyfrowane: kto usiądzie przy tym komputerze albo dostanie kopię pliku, może je przeczytać.',
  'settings.protection.saveKey': 'Zapisz klucz odzyskiwania jako PDF',
  'settings.data': 'Twoje dane',
  'settings.data.text': 'Wszystko, co wie Revino, leży w tym folderze na tym komputerze i nigdzie indziej.',
  'settings.data.size': 'Dane: {megabytes} MB. Revino {version}.',
};
