import type { commands as english } from '../en/commands.ts';
import type { Translated } from '../message.ts';

export const commands: Translated<typeof english> = {
  'palette.title': 'Caută o comandă, un ecran sau un client',
  'palette.hint': 'Ce vrei să faci?',
  'palette.list': 'Ce se potrivește',
  'palette.customer': 'Client',
  'palette.nothing': 'Nu se potrivește nimic. Scrie mai puține litere.',
  'palette.foot': 'Enter execută. Esc te duce înapoi.',
  'shortcuts.title': 'Scurtături de la tastatură',
  'shortcuts.close': 'Închide',
  'settings.colours': 'Culori',
  'settings.size': 'Mărime',
  'settings.size.smaller': 'Mai mic',
  'settings.size.larger': 'Mai mare',
  'settings.size.now': '{percent} %',
  'jobs.kind.demo': 'Firma demonstrativă',
  'jobs.kind.export': 'Export',
  'jobs.kind.bringIn': 'Aducerea unei firme',
};
