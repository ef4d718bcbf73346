/**
 * Every way Revino can refuse, as a closed list. A code is what crosses the IPC door and what the
 * command line prints a sentence for; the sentence itself (`error.<code>`) lives in words, in three
 * languages, and says what happened, that nothing is lost, and what to do.
 */

export const ERROR_CODES = [
  // the door
  'door.foreignSender',
  'door.unknownProcedure',
  'door.invalidInput',
  'door.tooLarge',
  'internal',
  // the database and its file
  'database.notFound',
  'database.alreadyExists',
  'database.inUse',
  'database.newer',
  'database.foreign',
  'database.corrupt',
  'database.keyNeeded',
  'database.wrongKey',
  'database.noSpace',
  'database.notWritable',
  'database.migrationFailed',
  'database.backupFailed',
  'database.syncedFolder',
  // keys
  'key.storeUnavailable',
  'key.storeLost',
  'key.wrongPassphrase',
  'key.weakPassphrase',
  'key.malformedRecoveryKey',
  'key.fileUnreadable',
  // the shop
  'shop.none',
  'shop.exists',
  'shop.invalidTimeZone',
  'shop.invalidCurrency',
  'shop.currencyLocked',
  'shop.notDemo',
  // lists the owner keeps
  'catalogue.nameTaken',
  'catalogue.notFound',
  'ownField.choicesMissing',
  'survey.wordingMissing',
  'survey.choicesDiffer',
  'survey.kindOnce',
  // files brought in
  'import.fileUnreadable',
  'import.fileEmpty',
  'import.lineTooLong',
  'import.notText',
  'import.wrongEncoding',
  'import.missingColumn',
  'import.unmappedColumn',
  'import.invalidMapping',
  'import.noUsableRows',
  'import.fileChanged',
  'import.unknownFile',
  'import.unknownBatch',
  'import.alreadyUndone',
  'import.unknownPreset',
  'import.oldWorkbook',
  'import.openDocument',
  'import.encryptedWorkbook',
  'import.damagedWorkbook',
  'import.workbookTooLarge',
  'import.unknownSheet',
  'import.archive',
  'import.pdf',
  'import.image',
  // the export of a whole shop
  'export.shopNotEmpty',
  'export.damaged',
  'export.newer',
  // jobs and reports
  'job.unknown',
  'job.cancelled',
  'job.busy',
  'report.noData',
  'report.renderFailed',
  'report.notWritable',
  'report.noDisplay',
  'logo.unreadable',
  'logo.notPicture',
  'logo.tooLarge',
  // backups
  'backup.placeUnreachable',
  'backup.placeNotWritable',
  'backup.placeFull',
  'backup.placeIsOwn',
  'backup.unknownPlace',
  'backup.running',
  'backup.failed',
  'backup.unknown',
  'backup.noKeyFile',
  'backup.keyFitsNone',
  'restore.failed',
  // customers and visits
  'record.changedMeanwhile',
  'customer.notFound',
  'customer.cardNumberTaken',
  'customer.recommendsItself',
  'customer.invalidValue',
  'erasure.merged',
  'customer.forgotten',
  'privacy.listDamaged',
  'privacy.nameDiffers',
  'privacy.tidyLater',
  'merge.notPossible',
  'merge.undoLaterFirst',
  'visit.notFound',
  'visit.inFuture',
  'visit.tooLongAgo',
  'visit.cancelled',
  'visit.lineUnknown',
  'visit.hasRefunds',
  'visit.refundTooLarge',
  'visit.wrongOwnValue',
  'gesture.overOneBudget',
  'gesture.overMonthBudget',
  'case.opinionHasCase',
  'wish.notSolved',
  'opinion.notFound',
  'opinion.empty',
  'opinion.wrongAnswer',
  'staff.notFound',
  // reasons to stay
  'benefit.notFound',
  'benefit.notEnough',
  'benefit.usedSince',
  'benefit.doesNotPay',
  'benefit.notHeldThen',
  'benefit.otherCustomer',
  'benefit.needsCustomer',
  'benefit.codeTaken',
  'benefit.takenBackBefore',
  'benefit.belongsToVisit',
  'benefit.kindStays',
  // people at the till
  'access.signedOut',
  'access.notAllowed',
  'access.pinMissing',
  'access.ownerFirst',
  'access.lastOwner',
  'access.noKey',
  'access.waitFirst',
  // taking a change back
  'undo.notYours',
  'undo.tooLate',
  'undo.changedSince',
  'analytics.failed',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values named in the error's sentence, such as a file name or a line number. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** An expected refusal: it has a sentence in every language. Anything else thrown is a defect (`internal`). */
export class RevinoError extends Error {
  override readonly name = 'RevinoError';
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.code = code;
    this.params = params;
  }
}
