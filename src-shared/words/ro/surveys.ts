import type { surveys as english } from '../en/surveys.ts';
import type { Translated } from '../message.ts';

export const surveys: Translated<typeof english> = {
  'surveys.empty.title': 'Încă nu se întreabă nimic',
  'surveys.empty.text':
    'Pentru domeniul tău sunt gata două chestionare scurte, în română, engleză și polonă. Schimbă ce nu se potrivește.',
  'surveys.addUsual': 'Ia chestionarele gata făcute',
  'surveys.add': 'Chestionar nou',
  'surveys.newName': 'Chestionar nou',
  'surveys.name': 'Numele chestionarului',
  'surveys.kept':
    '<b>{name}</b> a fost arhivat în loc să fie șters: oamenii au răspuns, iar răspunsurile rămân.',
  'surveys.questionKept':
    '„{name}” a fost arhivată în loc să fie ștearsă: oamenii au răspuns, iar răspunsurile rămân.',
  'surveys.languages': 'Limbi',
  'surveys.kind.nps': 'Recomandare, de la 0 la 10',
  'surveys.kind.csat': 'Mulțumire, de la 1 la 5',
  'surveys.kind.ces': 'Cât de ușor a fost, de la 1 la 7',
  'surveys.kind.choice': 'Unul din câteva răspunsuri',
  'surveys.kind.text': 'Cu propriile cuvinte',
  'surveys.required': 'răspuns obligatoriu',
  'surveys.addQuestion': 'Adaugă: {kind}',
  'surveys.edit': 'Schimbă',
  'surveys.editNamed': 'Schimbă „{text}”',
  'surveys.text': 'Întrebare, {language}',
  'surveys.choices': 'Răspunsuri, câte unul pe rând, {language}',
  'surveys.isRequired': 'Fără răspuns nu se poate continua',
  'surveys.answered':
    'Oamenii au răspuns deja la această întrebare. Alte cuvinte înseamnă altă întrebare: cea veche trece în arhivă cu răspunsurile ei.',
  'surveys.reworded': 'Întrebarea veche e în arhivă cu răspunsurile ei; de acum se pune cea nouă.',
  'surveys.save': 'Salvează',
  'surveys.cancel': 'Lasă cum era',
};
