import type { importing as english } from '../en/importing.ts';
import type { Translated } from '../message.ts';

export const importing: Translated<typeof english> = {
  'rejection.missingDate': 'lipsește data',
  'rejection.invalidDate': 'nu este o dată în formatul ales sau ziua nu există',
  'rejection.dateOutOfRange': 'o zi care abia urmează sau dinainte de 1900',
  'rejection.missingCustomer': 'lipsește clientul',
  'rejection.missingAmount': 'lipsește suma',
  'rejection.invalidAmount': 'nu este o sumă scrisă în felul ales sau în moneda firmei',
  'rejection.invalidQuantity': 'nu este o cantitate',
  'rejection.amountOutOfRange': 'o sumă prea mare ca să fie adevărată',
  'rejection.textTooLong': 'un text mai lung decât păstrează Revino',
  'rejection.wrongColumnCount': 'prea puține sau prea multe coloane ori ghilimele care nu se închid',
  'rejection.undecodable': 'litere care nu pot fi citite în această codificare',
  'rejected.line': 'Rând',
  'rejected.reason': 'Motiv',
  'rejected.text': 'Rândul din fișier',
};
