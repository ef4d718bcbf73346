import type { commands as english } from '../en/commands.ts';
import type { Translated } from '../message.ts';

export const commands: Translated<typeof english> = {
  'palette.title': 'Znajdź polecenie, ekran albo klienta',
  'palette.hint': 'Co chcesz zrobić?',
  'palette.list': 'Pasujące',
  'palette.customer': 'Klient',
  'palette.nothing': 'Nic nie pasuje. Wpisz mniej liter.',
  'palette.foot': 'Enter wykonuje. Esc wraca.',
  'shortcuts.title': 'Skróty klawiszowe',
  'shortcuts.close': 'Zamknij',
  'settings.colours': 'Kolory',
  'settings.size': 'Wielkość',
  'settings.size.smaller': 'Mniejsza',
  'settings.size.larger': 'Większa',
  'settings.size.now': '{percent}%',
  'jobs.kind.demo': 'Firma pokazowa',
  'jobs.kind.export': 'Eksport',
  'jobs.kind.bringIn': 'Wczytywanie firmy',
};
