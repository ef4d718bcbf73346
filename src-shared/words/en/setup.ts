/** The first start, the lock, and a shop that cannot be opened. */
export const setup = {
  'setup.step': 'Step {step} of {steps}',
  'setup.shop.title': 'Let us set up your shop',
  'setup.shop.text':
    'Three short pages, and you can start. Everything stays on this computer: no account, no internet.',
  'setup.shopName': 'What is your shop called?',
  'setup.shopName.missing': 'Type the name of your shop; it stands on the screen and on reports.',
  'setup.trade': 'What do you do?',
  'setup.trade.salon': 'Salon',
  'setup.trade.dental': 'Dental practice',
  'setup.trade.workshop': 'Workshop',
  'setup.trade.shop': 'Shop',
  'setup.trade.gym': 'Gym',
  'setup.trade.other': 'Something else',
  'setup.currency': 'Your customers pay in',
  'setup.timeZone': 'Time zone',
  'setup.start.title': 'How do you want to start?',
  'setup.start.text': 'Nothing is final: you can import at any time, and a demo goes away in one click.',
  'setup.start.empty': 'With an empty shop',
  'setup.start.empty.text': 'You record visits from today on.',
  'setup.start.import': 'With what I have already',
  'setup.start.import.text':
    'Visits or customers from the till, a booking program or a spreadsheet. The import opens next.',
  'setup.start.demo': 'Look around in a demo shop first',
  'setup.start.demo.text':
    'Three invented years of a shop like yours, marked as a demo everywhere. Nothing of yours is in it.',
  'setup.demo.make': 'Make the demo shop',
  'setup.demo.title': 'Three years are being invented',
  'setup.demo.text': 'Customers, visits and opinions of a shop that never was.',
  'setup.usual.title': 'What do you offer?',
  'setup.usual.text': 'Tick what fits. Prices and everything else can be added in Settings at any time.',
  'setup.usual.skip': 'Start without them',
  'setup.usual.open': {
    zero: 'Open the front desk',
    one: 'Add {count} and open the front desk',
    other: 'Add {count} and open the front desk',
  },
  'setup.protection.title': 'Who may open your records?',
  'setup.protection.text':
    'Names and phone numbers of your customers will be kept here. Choose how Revino locks them.',
  'setup.keyStore': 'This computer opens them for you',
  'setup.keyStore.text':
    'You sign in to the computer as usual and have nothing to remember. If the computer breaks, a copy of your records opens only with the recovery key you get in a moment.',
  'setup.keyStore.missing':
    'This computer has no place to keep a key safely, so this choice is not available here.',
  'setup.passphrase': 'Passphrase',
  'setup.passphrase.text':
    'You type it each time Revino starts. Lose both the passphrase and the recovery key, and nobody can open your records any more, we included.',
  'setup.passphrase.field': {
    one: 'Passphrase, at least {count} character',
    other: 'Passphrase, at least {count} characters',
  },
  'setup.passphrase.again': 'The same once more',
  'setup.passphrase.tooShort': {
    one: 'Too short: type at least {count} character. Three or four words work well.',
    other: 'Too short: type at least {count} characters. Three or four words work well.',
  },
  'setup.passphrase.different': 'This is not the same as above. Type it again.',
  'setup.none': 'No lock',
  'setup.none.text':
    'Whoever gets at this computer, or at a copy of the file, can read everything. There is no key to lose.',
  'setup.create': 'Create the shop',
  'setup.recovery.title': 'Keep this recovery key',
  'setup.recovery.text':
    'It opens your records on any computer when this one is broken, stolen or forgets its key. Keep it on paper or on a USB stick, away from this computer.',
  'setup.recovery.groups': 'Recovery key of {shop}',
  'setup.recovery.savePdf': 'Save as PDF',
  'setup.recovery.print': 'Print',
  'setup.recovery.saved': 'Saved.',
  'setup.recovery.kept': 'I have the key on paper, or saved somewhere other than this computer.',
  'setup.recovery.done': 'Open Revino',
  'setup.unlock.title': 'Your records are locked',
  'setup.unlock.passphrase': 'Type your passphrase to open them.',
  'setup.unlock.byKey':
    'Type the recovery key from the sheet you printed or saved when you set up your shop.',
  'setup.unlock.keyStoreLost':
    'This computer can no longer open them by itself: its key store was changed or moved. Nothing is lost. Type the recovery key from the sheet you kept.',
  'setup.unlock.keyFileMissing':
    'The file with the key is missing from the data folder. Nothing is lost. Type the recovery key from the sheet you kept.',
  'setup.unlock.recoveryKey': 'Recovery key',
  'setup.unlock.open': 'Open',
  'setup.unlock.useKey': 'I forgot it: use the recovery key',
  'setup.unlock.usePassphrase': 'Use the passphrase',
  'setup.failed.title': 'Revino cannot open your records',
  'setup.failed.copy': 'Copy the details',
  'setup.failed.copied': 'Copied.',
  'setup.failed.after': 'When the cause is gone, close Revino and start it again.',
} as const;
