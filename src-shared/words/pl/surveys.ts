import type { surveys as english } from '../en/surveys.ts';
import type { Translated } from '../message.ts';

export const surveys: Translated<typeof english> = {
  'surveys.empty.title': 'Jeszcze o nic nie pytacie',
  'surveys.empty.text':
    'Dla Twojej branży są gotowe dwie krótkie ankiety, po polsku, angielsku i rumuńsku. Zmień, co nie pasuje.',
  'surveys.addUsual': 'Weź gotowe ankiety',
  'surveys.add': 'Nowa ankieta',
  'surveys.newName': 'Nowa ankieta',
  'surveys.name': 'Nazwa ankiety',
  'surveys.kept': '<b>{name}</b> przeniesiono do archiwum zamiast usunąć: są odpowiedzi, które zostają.',
  'surveys.questionKept': '„{name}” przeniesiono do archiwum zamiast usunąć: są odpowiedzi, które zostają.',
  'surveys.languages': 'Języki',
  'surveys.kind.nps': 'Polecenie, od 0 do 10',
  'surveys.kind.csat': 'Zadowolenie, od 1 do 5',
  'surveys.kind.ces': 'Jak łatwo było, od 1 do 7',
  'surveys.kind.choice': 'Jedna z kilku odpowiedzi',
  'surveys.kind.text': 'Własnymi słowami',
  'surveys.required': 'odpowiedź wymagana',
  'surveys.addQuestion': 'Dodaj: {kind}',
  'surveys.edit': 'Zmień',
  'surveys.editNamed': 'Zmień „{text}”',
  'surveys.text': 'Pytanie, {language}',
  'surveys.choices': 'Odpowiedzi, każda w osobnym wierszu, {language}',
  'surveys.isRequired': 'Bez odpowiedzi nie można iść dalej',
  'surveys.answered':
    'Są już odpowiedzi na to pytanie. Inne słowa to inne pytanie: dotychczasowe trafi do archiwum razem z odpowiedziami.',
  'surveys.reworded': 'Poprzednie pytanie jest w archiwum razem z odpowiedziami; od teraz zadajemy nowe.',
  'surveys.save': 'Zapisz',
  'surveys.cancel': 'Zostaw, jak było',
};
