import type { importing as english } from '../en/importing.ts';
import type { Translated } from '../message.ts';

export const importing: Translated<typeof english> = {
  'rejection.missingDate': 'brak daty',
  'rejection.invalidDate': 'to nie jest data w podanym formacie albo takiego dnia nie ma',
  'rejection.dateOutOfRange': 'dzień, który dopiero nadejdzie, albo sprzed 1900 roku',
  'rejection.missingCustomer': 'brak klienta',
  'rejection.missingAmount': 'brak kwoty',
  'rejection.invalidAmount': 'to nie jest kwota w podanym zapisie albo w walucie firmy',
  'rejection.invalidQuantity': 'to nie jest ilość',
  'rejection.amountOutOfRange': 'kwota zbyt duża, żeby była prawdziwa',
  'rejection.textTooLong': 'tekst dłuższy, niż Revino przechowuje',
  'rejection.wrongColumnCount': 'za mało albo za dużo kolumn, albo cudzysłów, który się nie kończy',
  'rejection.undecodable': 'litery, których nie da się odczytać w tym kodowaniu',
  'rejected.line': 'Wiersz',
  'rejected.reason': 'Powód',
  'rejected.text': 'Treść wiersza w pliku',
};
