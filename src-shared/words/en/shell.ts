/** The bar on top, and settings. */
export const shell = {
  'shell.screens': 'Screens',
  'shell.desk': 'Front desk',
  'shell.customers': 'Customers',
  'shell.retention': 'Retention',
  'shell.import': 'Import',
  'shell.reports': 'Reports',
  'shell.settings': 'Settings',
  'shell.demo': 'demo data',
  'shell.reload': 'Show Revino again',
  'notices.place': 'Notices',
  'notices.nothingToUndo':
    'Nothing was taken back: the offer to undo has passed. A visit is taken back in the list of today; a card is corrected on the card itself.',
  'notices.undo': 'Undo',
  'notices.close': 'Put away',
  'settings.sections': 'Sections',
  'settings.shop': 'Shop',
  'settings.about': 'About',
  'settings.language.text': 'Applies to screens, menus and reports at once.',
  'settings.appearance': 'Appearance',
  'settings.appearance.auto': 'As the computer',
  'settings.appearance.light': 'Light',
  'settings.appearance.dark': 'Dark',
  'settings.history': 'Where the records begin',
  'settings.protection': 'Lock',
  'settings.protection.keyStore':
    'Your records are encrypted, and this computer opens them for you. On any other computer they open only with the recovery key.',
  'settings.protection.passphrase':
    'Your records are encrypted. They open with your passphrase, or with the recovery key if you forget it.',
  'settings.protection.none':
    'Your records are not encrypted: whoever gets at this computer, or at a copy of the file, can read them.',
  'settings.protection.saveKey': 'Save the recovery key as PDF',
  'settings.data': 'Your data',
  'settings.data.text': 'Everything Revino knows lies in this folder on this computer, and nowhere else.',
  'settings.data.size': 'Records: {megabytes} MB. Revino {version}.',
} as const;
