import type { common as english } from '../en/common.ts';
import type { Translated } from '../message.ts';

export const common: Translated<typeof english> = {
  'common.waiting': 'O clipă…',
  'common.language': 'Limba',
  'common.english': 'English',
  'common.polish': 'Polski',
  'common.romanian': 'Română',
  'common.next': 'Continuă',
  'common.back': 'Înapoi',
  'common.cancel': 'Oprește',
  'common.yes': 'Da',
  'common.no': 'Nu',
  'common.nothingFound': 'Niciun rezultat',
  'common.showSecret': 'Arată ce scriu',
  'common.openDataFolder': 'Deschide dosarul',
  'common.chooseAll': 'Alege tot',
  'common.chooseNone': 'Nu alege nimic',
  'common.notAnAmount': 'Scrie o sumă, de exemplu {example}, sau lasă gol.',
  'common.notADate': 'Scrie o zi, de exemplu 24.12.2026.',
  'common.history.question': 'Datele ajung până la primul tău client?',
  'common.history.yes': 'Da, de la primul client',
  'common.history.yesText':
    'Abia am deschis sau importăm totul de la început. Atunci prima vizită pe care o vede Revino este chiar prima.',
  'common.history.no': 'Nu, încep abia de la un moment dat sau nu știu sigur',
  'common.history.noText':
    'Atunci Revino tratează cu grijă persoanele din primele luni: unele veneau deja dinainte. Poți schimba asta în setări.',
  'common.loadNewer': 'Încarcă versiunea mai nouă',
  'common.saveMine': 'Salveaz-o pe a mea',
};
