import type { shell as english } from '../en/shell.ts';
import type { Translated } from '../message.ts';

export const shell: Translated<typeof english> = {
  'shell.screens': 'Ecrane',
  'shell.desk': 'Recepție',
  'shell.customers': 'Clienți',
  'shell.retention': 'Reveniri',
  'shell.import': 'Import',
  'shell.reports': 'Rapoarte',
  'shell.settings': 'Setări',
  'shell.demo': 'date demonstrative',
  'shell.reload': 'Afișează Revino din nou',
  'notices.place': 'Notificări',
  'notices.nothingToUndo':
    'Nu s-a anulat nimic: timpul pentru anulare rapidă a trecut. O vizită se anulează din lista zilei, iar fișa se corectează chiar pe ea.',
  'notices.undo': 'Anulează',
  'notices.close': 'Ascunde',
  'settings.sections': 'Secțiuni',
  'settings.shop': 'Firma',
  'settings.about': 'Despre program',
  'settings.language.text': 'Schimbă imediat ecranele, meniurile și rapoartele.',
  'settings.appearance': 'Aspect',
  'settings.appearance.auto': 'Ca în sistem',
  'settings.appearance.light': 'Luminos',
  'settings.appearance.dark': 'Întunecat',
  'settings.history': 'Unde încep datele',
  'settings.protection': 'Parolă și cheie',
  'settings.protection.keyStore':
    'Datele sunt criptate și le deschide acest calculator. Pe orice alt calculator se deschid numai cu cheia de recuperare.',
  'settings.protection.passphrase':
    'Datele sunt criptate. Se deschid cu parola ta sau, dacă o uiți, cu cheia de recuperare.',
  'settings.protection.none':
    'Datele nu sunt criptate: cine ajunge la acest calculator sau la o copie a fișierului le poate citi.',
  'settings.protection.saveKey': 'Salvează cheia de recuperare ca PDF',
  'settings.data': 'Datele tale',
  'settings.data.text':
    'Tot ce știe Revino se află în acest dosar, pe acest calculator, și nicăieri altundeva.',
  'settings.data.size': 'Date: {megabytes} MB. Revino {version}.',
};
