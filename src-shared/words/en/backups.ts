/** Backups in the settings, and going back to one. */
export const backups = {
  'backups.title': 'Backups',
  'backups.lastGood': 'The last good backup was made on <b>{date} at {time}</b>.',
  'backups.none': 'There is no backup yet. Revino makes the first one by itself in a moment.',
  'backups.text':
    'Revino makes one by itself soon after each start, once a day, and when you close it after a change. Each is opened and checked before it counts.',
  'backups.now': 'Back up now',
  'backups.running': 'The backup is being made…',
  'backups.done': {
    one: 'Done: the backup lies in {count} place.',
    other: 'Done: the backup lies in {count} places.',
  },
  'backups.doneSome': 'Done, but not everywhere: see below.',
  'backups.late': {
    one: 'The last good backup is {count} day old. Your records are safe, but nothing newer would survive a broken disk: back up now.',
    other:
      'The last good backup is {count} days old. Your records are safe, but nothing newer would survive a broken disk: back up now.',
  },
  'backups.never': 'There is no good backup of these records yet. Back up now.',
  'backups.lateElsewhere': {
    one: 'Your chosen places have had no backup for {count} day. If this computer breaks, only that one is left: plug the disk in, and Revino does the rest.',
    other:
      'Your chosen places have had no backup for {count} days. If this computer breaks, only that one is left: plug the disk in, and Revino does the rest.',
  },
  'backups.neverElsewhere':
    'Your chosen places have had no backup yet. If this computer breaks, nothing is left: plug the disk in, and Revino does the rest.',
  'backups.damaged':
    'A check has found damage in your records. Nothing was changed: go back to the newest backup below, and do not delete any.',
  'backups.mark.late': {
    one: 'Last backup: {count} day ago',
    other: 'Last backup: {count} days ago',
  },
  'backups.mark.never': 'No backup yet',
  'backups.mark.damaged': 'The records are damaged',
  'backups.places': 'Where they go',
  'backups.places.text':
    'Add a USB stick, an external disk, or a folder that OneDrive, Dropbox or Nextcloud keeps elsewhere. Backups are as locked as your records.',
  'backups.places.onlyHere':
    'So far backups lie only on this computer: if its disk breaks, they are gone with it.',
  'backups.place.own': 'This computer, beside the records',
  'backups.place.good': 'Last good backup: {date}, {time}',
  'backups.place.none': 'No backup here yet',
  'backups.place.away':
    'Not connected now, or another disk is in its place. Plug it in, and Revino makes the backup by itself.',
  'backups.place.open': 'Open the folder',
  'backups.place.openNamed': 'Open the folder {folder}',
  'backups.place.remove': 'Use no longer',
  'backups.place.removeNamed': 'Use {folder} no longer',
  'backups.place.removed': 'Revino no longer makes backups in {folder}. Those that lie there stay.',
  'backups.place.add': 'Add a place…',
  'backups.kept': 'Kept: the last 7 days, 4 weeks and 12 months. Older ones make room.',
  'backups.back': 'Go back to a backup',
  'backups.back.text':
    'Puts your records back as they were when a backup was made. Your present records are kept as well, and you can go back to them in the same way.',
  'backups.back.show': 'Show the backups',
  'backups.list': 'Backups, the newest first',
  'backups.list.empty': 'No backup was found in these places.',
  'backups.list.megabytes': '{megabytes} MB',
  'backups.list.customers': { one: '{count} customer', other: '{count} customers' },
  'backups.list.visits': { one: '{count} visit', other: '{count} visits' },
  'backups.list.newest': 'newest visit {date}',
  'backups.list.kind.beforeUpdate': 'before an update of Revino',
  'backups.list.kind.replaced': 'the records that were replaced',
  'backups.list.kind.other': 'file {file}',
  'backups.list.older': 'of an older Revino; it is brought up to date',
  'backups.list.plain': 'not locked',
  'backups.list.state.otherKey': 'locked with a key that is not known here; unlock it below',
  'backups.list.state.damaged': 'damaged; choose another one',
  'backups.list.state.newer': 'made by a newer Revino; install that one first',
  'backups.list.state.foreign': 'not a backup of Revino',
  'backups.list.restore': 'Go back to this one',
  'backups.list.restoreNamed': 'Go back to the backup of {date}, {time}',
  'backups.list.more': { one: 'Show {count} more', other: 'Show {count} more' },
  'backups.list.file': 'Open another file…',
  'backups.list.again': 'Look again',
  'backups.secret.title': 'Some backups are locked',
  'backups.secret.text':
    'Type the recovery key from the sheet you kept when you set up your shop, or the passphrase.',
  'backups.secret.label': 'Recovery key or passphrase',
  'backups.secret.open': 'Unlock',
  'backups.confirm.title': 'Go back to the backup of {date}, {time}?',
  'backups.confirm.text':
    'It holds {customers} and {visits}. What was recorded after it is not in it; your present records are kept next to it.',
  'backups.confirm.fresh': 'It holds {customers} and {visits} of {shop}.',
  'backups.confirm.plain': 'This backup is not locked, and the records will not be either.',
  'backups.confirm.passphrase':
    'This computer has no place to keep the key. Choose a passphrase to open the records with from now on, at least {count} characters.',
  'backups.confirm.passphraseLabel': 'New passphrase',
  'backups.confirm.repeat': 'The same once more',
  'backups.confirm.different': 'This is not the same as above. Type it again.',
  'backups.confirm.do': 'Go back to it',
  'backups.confirm.not': 'Leave it',
  'backups.restoring': 'The backup is being checked and put in place…',
  'backups.restored': 'The records are back as they were on {date}, {time}.',
  'backups.page.title': 'Go back to a backup',
  'backups.page.text':
    'Choose the newest one that holds what you expect. If it lies on a stick or in another folder, plug it in and open the file.',
  'backups.page.fresh': 'I have a backup',
  'backups.page.offer': 'Go back to a backup',
  'dialog.backupFolder': 'Choose a folder for backups',
  'dialog.backupFile': 'Choose a backup',
  'dialog.backupFiles': 'Revino backups',
} as const;
