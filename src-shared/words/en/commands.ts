/** The command palette, the shortcut sheet and the list of jobs. */
export const commands = {
  'palette.title': 'Find a command, a screen or a customer',
  'palette.hint': 'What would you like to do?',
  'palette.list': 'What fits',
  'palette.customer': 'Customer',
  'palette.nothing': 'Nothing fits. Try fewer letters.',
  'palette.foot': 'Enter does it. Esc goes back.',
  'shortcuts.title': 'Keyboard shortcuts',
  'shortcuts.close': 'Close',
  'settings.colours': 'Colours',
  'settings.size': 'Size',
  'settings.size.smaller': 'Smaller',
  'settings.size.larger': 'Larger',
  'settings.size.now': '{percent} %',
  'jobs.kind.demo': 'Demo shop',
  'jobs.kind.export': 'Export',
  'jobs.kind.bringIn': 'Bringing a shop in',
} as const;
