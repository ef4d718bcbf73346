/**
 * One sentence or two for every way Revino can refuse: what happened, that nothing is lost, what to do now.
 * `error.<code>` for each code of src-shared/contract/errors.ts.
 */
export const errors = {
  'error.door.foreignSender':
    'Revino refused a request that did not come from its own window. Nothing was changed.',
  'error.door.unknownProcedure':
    'The window asked for something this version of Revino does not know. Nothing was changed; please restart Revino.',
  'error.door.invalidInput':
    'Something in what was entered is not as it should be. Nothing was changed; please check the marked fields.',
  'error.door.tooLarge': 'That is too much at once. Nothing was changed; please enter less.',
  'error.internal':
    'Revino has made a mistake. Nothing of this step was saved, and everything saved before is safe. Please try again, and restart Revino if it happens twice.',
  'error.database.notFound':
    'There is no Revino database at {file}. Nothing was changed; check the path, or make one with “init”.',
  'error.database.alreadyExists':
    'There already is a file at {file}. It was left as it is; choose another place.',
  'error.database.inUse':
    'The database {file} is being used by another Revino. Nothing was changed; close the other one, or wait until its import has ended.',
  'error.database.newer':
    'This database was made by a newer Revino. It was not touched; please install the newest version to open it.',
  'error.database.foreign':
    'The file {file} is not a Revino database. It was not touched; please choose another one.',
  'error.database.corrupt':
    'The database {file} is damaged. Revino has changed nothing in it; restore the latest backup, and keep the damaged file for support.',
  'error.database.keyNeeded':
    'The database is encrypted, and its key was not given. Nothing was changed; give the recovery key or the key file.',
  'error.database.wrongKey':
    'This key does not fit the database {file}. Nothing was changed; check that key and database belong together.',
  'error.database.noSpace':
    'The disk is full. Nothing of this step was saved, and everything saved before is safe; make room and try again.',
  'error.database.notWritable':
    'Revino may not write to {file}. Nothing was changed; check the permissions of the folder, or choose another one.',
  'error.database.migrationFailed':
    'The database could not be brought to this version of Revino ({tag}: {reason}). It is exactly as it was before; please send this message to support.',
  'error.database.backupFailed':
    'The backup before the update could not be made, so the update was not begun. The database is as it was; check that the backup folder can be written and has room.',
  'error.database.syncedFolder':
    'The database lies in a synchronised or network folder ({file}), where it could be damaged. Nothing was changed; keep it on this computer, and only its backups in such a folder.',
  'error.key.storeUnavailable':
    'This computer’s key store, where Revino keeps its key, cannot be used. Nothing was changed; use a passphrase, or give the recovery key.',
  'error.key.storeLost':
    'This computer can no longer open the key of the database. Your data are safe; enter the recovery key that you printed.',
  'error.key.wrongPassphrase': 'The passphrase is wrong. Nothing was changed; please try again.',
  'error.key.weakPassphrase':
    'The passphrase is too short: it needs at least {minLength} characters. Nothing was changed.',
  'error.key.fileUnreadable':
    'The key file {file} could not be read. Nothing was changed; check that it is there and may be opened.',
  'error.key.malformedRecoveryKey':
    'This is not a recovery key: it has 56 letters and digits, and one of them is wrong or missing. Nothing was changed; please compare it with the printed one.',
  'error.shop.none':
    'There is no shop in this database yet. Nothing was changed; start Revino once to set it up, or make a new one with “init”.',
  'error.shop.exists': 'There already is a shop in this database. It was left as it is.',
  'error.shop.invalidTimeZone':
    'Revino does not know the time zone {timeZone}. Nothing was changed; write it like Europe/Warsaw.',
  'error.shop.invalidCurrency':
    'Revino does not know the currency {currency}. Nothing was changed; write its three letters, such as PLN.',
  'error.shop.currencyLocked':
    'The currency stays {currency}: amounts in {currency} are recorded already, and changing it would make each of them another amount. Nothing was changed. For another currency, start a new shop.',
  'error.shop.notDemo': 'This is not a demo shop, so Revino will not remove it. Nothing was changed.',
  'error.catalogue.nameTaken':
    'There is already an entry called “{name}”. Nothing was changed. Choose another name; if the other one is archived, bring it back.',
  'error.catalogue.notFound':
    'This entry is no longer there: it was removed in the meantime. Nothing was changed. Look at the list again.',
  'error.ownField.choicesMissing':
    'A field with choices needs at least two, each different. Nothing was changed. Type one choice per line.',
  'error.survey.wordingMissing':
    'The question has no text yet in {language}. Nothing was saved. Type it, or take {language} out of the languages of this survey.',
  'error.survey.choicesDiffer':
    'The question needs at least two answers, and as many in each language. Nothing was saved. Type one answer per line.',
  'error.survey.kindOnce':
    'This survey already asks a question of this kind, and a second one would mix the answers. Nothing was saved. Put it into another survey, or archive the first one.',
  'error.import.fileUnreadable':
    'The file {fileName} could not be read. Nothing was changed; check that it is there and may be opened.',
  'error.import.fileEmpty': 'The file {fileName} is empty. Nothing was changed; please export it again.',
  'error.import.lineTooLong':
    'Line {line} of {fileName} is longer than a million characters, so it is no table of visits. Nothing was changed; please export it again as CSV.',
  'error.import.notText':
    'The file {fileName} is not a text file. Nothing was changed; save it as CSV in the program it comes from.',
  'error.import.wrongEncoding':
    'Most letters with accents cannot be read as {encoding}. Nothing was changed; choose another encoding, or “auto”.',
  'error.import.missingColumn':
    'No column is named for “{field}”. Nothing was changed; choose it in the wizard, or name it in a mapping file (--map).',
  'error.import.unmappedColumn':
    'The column for “{field}” is not in the file (looked for: {column}). Nothing was changed; please choose the column again.',
  'error.import.invalidMapping':
    'The description of the columns is not complete or not right ({detail}). Nothing was changed; please correct it.',
  'error.import.noUsableRows':
    'No row of {fileName} could be taken. Nothing was changed; look at the reasons and correct the columns or the date format.',
  'error.import.fileChanged':
    'The file {fileName} changed while it was being read. Nothing of it was taken; please try again when it is finished.',
  'error.import.unknownBatch': 'That import is not known here any more. Nothing was changed.',
  'error.import.alreadyUndone': 'This import was taken back before. Nothing more was changed.',
  'error.import.unknownPreset':
    'That saved reading of a file is gone. Nothing was changed; choose what stands where by hand.',
  'error.import.unknownFile':
    'The chosen file is no longer known. Nothing was changed; please choose it again.',
  'error.import.oldWorkbook':
    'The file {fileName} is an Excel workbook of the old kind. Nothing was changed; open it in Excel or LibreOffice and save it as XLSX or CSV.',
  'error.import.openDocument':
    'The file {fileName} is an OpenDocument spreadsheet. Nothing was changed; open it in LibreOffice and save it as XLSX or CSV.',
  'error.import.encryptedWorkbook':
    'The file {fileName} is protected by a password. Nothing was changed; open it in Excel, remove the password and save it again.',
  'error.import.damagedWorkbook':
    'The workbook {fileName} is damaged ({reason}). Nothing was changed; open it in Excel or LibreOffice and save it again, or save it as CSV.',
  'error.import.workbookTooLarge':
    'The workbook {fileName} is too large to be read safely. Nothing was changed; please save it as CSV, which may be of any size.',
  'error.import.unknownSheet':
    'The workbook has no sheet called “{sheet}”. Nothing was changed; please choose the sheet again.',
  'error.import.archive':
    'The file {fileName} is a packed folder. Nothing was changed; unpack it and choose the file inside it.',
  'error.import.pdf':
    'The file {fileName} is a PDF: it is made for printing and holds no table. Nothing was changed; export the data again as XLSX or CSV.',
  'error.import.image':
    'The file {fileName} is a picture. Nothing was changed; export the data as XLSX or CSV.',
  'error.job.unknown': 'This task is no longer known. Nothing was changed.',
  'error.job.cancelled': 'Cancelled. Nothing of it was saved.',
  'error.job.busy':
    'Another import is still running. Nothing was changed; wait until it is done, or cancel it.',
  'error.export.shopNotEmpty':
    'This shop already has customers, visits or imports. The export of a whole shop can only be brought into a shop without records. Nothing was changed.',
  'error.export.damaged':
    'The export is damaged at line {line}. Nothing was brought in. Please use another copy of the file.',
  'error.export.newer':
    'The export comes from a newer Revino (it contains “{name}”). Nothing was brought in. Please update Revino first.',
  'error.report.noData':
    'There are no visits up to {month}, so there is nothing to report. Nothing was written; choose a later month.',
  'error.report.renderFailed':
    'The PDF could not be made. Your data are safe; please try again, and restart Revino if it happens twice.',
  'error.report.notWritable':
    'The file {file} could not be written. An older one is still as it was; close it in other programs or choose another place.',
  'error.logo.unreadable':
    'Revino could not read this picture: {reason}. Nothing was changed; choose another file.',
  'error.logo.notPicture':
    'This file is not a PNG or JPEG picture. Nothing was changed; save your logo as PNG or JPEG and choose it again.',
  'error.logo.tooLarge':
    'This picture is too large: at most {megabytes} MB and {megapixels} million pixels can be taken. Nothing was changed; save it smaller and choose it again.',
  'error.report.noDisplay':
    'The PDF needs a display, and there is none here. Nothing was written; install xvfb, or make the report in the window.',
  'error.access.signedOut': 'The till is locked. Nothing was changed; sign in, and do it again.',
  'error.access.notAllowed': 'Your role may not do this. Nothing was changed; it can be done by: {people}.',
  'error.access.pinMissing':
    '{name} has no PIN yet, and without one nobody signs in. Nothing was changed; give a PIN.',
  'error.access.ownerFirst':
    'The first to sign in must be an owner, or nobody could let in the others. Nothing was changed; give an owner a PIN first.',
  'error.access.lastOwner':
    '{name} is the only owner who can sign in. Nothing was changed; make somebody else an owner first.',
  'error.access.noKey':
    'This shop has no key that could show who its owner is. Nothing was changed; PINs are taken away on the command line: revino --cli pins --remove.',
  'error.access.waitFirst':
    'It was tried too often. Nothing was changed; wait {seconds} seconds, and try again.',
  'error.undo.notYours':
    'At the front desk only what you changed yourself today is taken back. Nothing was changed; ask the owner or a manager.',
  'error.undo.tooLate':
    'This can no longer be taken back: changes are kept ready for that for {days} days. Nothing was changed now; correct the record itself.',
  'error.undo.changedSince':
    'This was changed again since, and taking it back would lose the newer entry. Nothing was changed; correct the record itself.',
  'error.backup.placeUnreachable':
    'The folder {folder} is not there now, or it is not the disk that was chosen. Nothing is lost; connect it, and Revino makes the backup by itself.',
  'error.backup.placeNotWritable':
    'Revino may not write to {folder}. Nothing is lost; take the write protection off, or choose another folder.',
  'error.backup.placeFull':
    'There is no room left in {folder} for another backup. Older ones there are untouched; make room, or choose another folder.',
  'error.backup.placeIsOwn':
    'This is the folder where the records lie, and backups lie there already. Nothing was changed; choose a folder on another disk.',
  'error.backup.unknownPlace': 'This place is no longer in the list. Nothing was changed.',
  'error.backup.running': 'A backup is being made just now. Wait a moment, and try again.',
  'error.backup.failed':
    'The backup in {folder} could not be finished ({reason}). Your records and older backups are untouched; try again, or choose another folder.',
  'error.backup.unknown':
    'This backup is no longer there, or cannot be opened. Nothing was changed; look at the list again.',
  'error.backup.noKeyFile':
    'A passphrase does not open these backups: the file with their key is not beside them. Nothing was changed; type the recovery key.',
  'error.backup.keyFitsNone':
    'This key opens none of these backups. Nothing was changed; check that the sheet belongs to this shop, or open another file.',
  'error.restore.failed':
    'The backup could not be put in place ({reason}). Your records are as they were; try again, or choose another backup.',
  'error.customer.cardNumberTaken':
    'This card number already belongs to {name}. Nothing was saved; check the number.',
  'error.customer.recommendsItself':
    'Who recommended whom would go round in a circle. Nothing was saved; choose another person.',
  'error.customer.invalidValue':
    'The field “{field}” does not take this value. Nothing was saved; correct the field.',
  'error.erasure.merged':
    'This card was merged into another. Nothing was erased; open the person by name and erase that card, and this one goes with it.',
  'error.customer.forgotten':
    'This person asked to be forgotten, and their card was emptied. Nothing was written. If they are a customer again, make a new card.',
  'error.privacy.nameDiffers':
    'The name typed is not the one on the card. Nothing was erased; type it as it stands there, or go back.',
  'error.privacy.tidyLater':
    'What was erased is gone from every list and file Revino makes, but the database could not be written anew, because something else was reading it the whole time. Revino does it by itself at the next start.',
  'error.privacy.listDamaged':
    'The list of people who asked to be forgotten cannot be read ({file}). Nothing was changed. Put that file back from a backup folder; without it, somebody who was forgotten could come back.',
  'error.merge.notPossible':
    'One of these cards was made one with another, or forgotten, in the meantime. Nothing was changed; open the list of duplicates again.',
  'error.merge.undoLaterFirst':
    'The card was made one with yet another since. Take that later merging back first; nothing was changed now.',
  'error.customer.notFound': 'This customer is not there any more. Nothing was changed.',
  'error.record.changedMeanwhile':
    'This was changed in another place while you were typing. What you typed still stands here and nothing was overwritten: load the newer version, or save yours over it.',
  'error.visit.notFound': 'This visit is not there any more. Nothing was changed.',
  'error.visit.inFuture':
    'A visit cannot be recorded for a day to come. Nothing was changed; choose another day.',
  'error.visit.tooLongAgo':
    'Visits are recorded from the year 1900 on. Nothing was changed; please check the year.',
  'error.visit.cancelled': 'This visit is cancelled. Nothing was changed; take the cancelling back first.',
  'error.visit.lineUnknown':
    'A line of this visit is not there any more. Nothing was changed; open the visit again.',
  'error.visit.hasRefunds': 'Part of this visit was paid back. Nothing was changed; cancel the refund first.',
  'error.visit.refundTooLarge':
    'More would be paid back than was bought and not yet refunded. Nothing was changed; choose a smaller quantity or amount.',
  'error.visit.wrongOwnValue': 'The value of “{field}” does not fit. Nothing was changed; please correct it.',
  'error.gesture.overOneBudget':
    '“{name}” costs {cost}, and staff may give at most {most} at a time of their own accord. Nothing was recorded. Choose something smaller, or ask the owner or a manager to give it.',
  'error.gesture.overMonthBudget':
    '“{name}” costs {cost}, and {left} is left of this month’s budget for gestures. Nothing was recorded. Choose something smaller, or ask the owner or a manager to give it.',
  'error.case.opinionHasCase':
    'This opinion already has a case. Nothing was changed; open that one in the list of cases.',
  'error.wish.notSolved':
    'Nobody has found a solution to this wish yet, so there is nothing to tell. Nothing was changed; write the solution down first.',
  'error.opinion.notFound': 'This opinion is not there any more. Nothing was changed.',
  'error.opinion.empty': 'Nothing was answered, so there is nothing to save.',
  'error.opinion.wrongAnswer':
    'An answer does not belong to this survey. Nothing was saved; the survey may have been changed, so please open it again.',
  'error.staff.notFound':
    'This member of staff is not there any more. Nothing was changed; choose somebody else.',
  'error.benefit.notFound':
    'This package, card or voucher is no longer known. Nothing was changed; look at the list again.',
  'error.benefit.notEnough':
    'There is not enough left on “{name}” on {date}. Nothing was changed; take fewer, or let the customer pay for this line.',
  'error.benefit.usedSince':
    'What was sold or earned here on “{name}” has been used since, on {date}. Nothing was changed; take that visit back first, or pay back only what is left.',
  'error.benefit.doesNotPay':
    '“{name}” does not pay for this, or not as much. Nothing was changed; take the line off it, or look at what it pays for in the settings.',
  'error.benefit.notHeldThen':
    '“{name}” did not hold on {date}. Nothing was changed; let the customer pay for this line, or renew it first.',
  'error.benefit.otherCustomer':
    '“{name}” belongs to another customer. Nothing was changed; choose one of this customer’s own.',
  'error.benefit.needsCustomer':
    'Only a voucher can be for whoever brings it; this needs a customer. Nothing was changed; choose one first.',
  'error.benefit.codeTaken':
    'There is already a voucher with the number {code}. Nothing was changed; check the number.',
  'error.benefit.takenBackBefore': 'This entry was taken back before. Nothing more was changed.',
  'error.benefit.belongsToVisit':
    'This was used in a visit. Nothing was changed; open the visit and take the line off there.',
  'error.benefit.kindStays':
    'What kind it is stays as it is, because customers hold it by its rules. Nothing was changed; make a new one instead and archive this one.',
  'error.analytics.failed':
    'The figures could not be computed. Your data are safe; please try again, and restart Revino if it happens twice.',
} as const;
