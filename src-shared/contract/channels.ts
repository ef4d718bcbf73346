/**
 * The channels of the door and the closed lists of what may pass, as plain constants. The preload
 * bundles this file, so it must not pull in zod; the types below make a missing or surplus name
 * fail to compile.
 */
import type { EventName, ProcedureName } from './contract.ts';

/** One channel each way; the procedure's name travels inside and is checked against the contract. */
export const CALL_CHANNEL = 'revino:call';
export const DROP_CHANNEL = 'revino:drop';
export const EVENT_CHANNEL = 'revino:event';
/** The printed page asks for its content once, through its own preload, which can call nothing else. */
export const PRINT_CHANNEL = 'revino:print';

/** Inputs above this are refused before they are parsed, in characters of their JSON form. */
export const MAX_INPUT_CHARACTERS = 200_000;

export const DROP_PROCEDURE = 'import.openDropped';

export const PROCEDURE_NAMES: Readonly<Record<ProcedureName, true>> = {
  'window.look': true,
  'window.perform': true,
  'app.state': true,
  'app.about': true,
  'app.openDataFolder': true,
  'shop.create': true,
  'shop.unlock': true,
  'shop.setLocale': true,
  'shop.setHistoryComplete': true,
  'recoveryKey.savePdf': true,
  'offering.list': true,
  'offering.create': true,
  'offering.change': true,
  'offering.setArchived': true,
  'offering.remove': true,
  'offering.usual': true,
  'offering.addUsual': true,
  'category.list': true,
  'category.rename': true,
  'category.setArchived': true,
  'category.remove': true,
  'staff.list': true,
  'staff.create': true,
  'staff.rename': true,
  'staff.setArchived': true,
  'staff.remove': true,
  'source.list': true,
  'source.create': true,
  'source.rename': true,
  'source.setRecommendation': true,
  'source.setArchived': true,
  'source.remove': true,
  'openingDays.read': true,
  'openingDays.write': true,
  'costs.read': true,
  'costs.write': true,
  'spend.list': true,
  'spend.write': true,
  'ownField.list': true,
  'ownField.create': true,
  'ownField.change': true,
  'ownField.move': true,
  'ownField.setArchived': true,
  'ownField.remove': true,
  'survey.list': true,
  'survey.addUsual': true,
  'survey.create': true,
  'survey.change': true,
  'survey.setArchived': true,
  'survey.remove': true,
  'question.create': true,
  'question.change': true,
  'question.move': true,
  'question.setArchived': true,
  'question.remove': true,
  'shop.createDemo': true,
  'shop.removeDemo': true,
  'shop.change': true,
  'shop.currencyLock': true,
  'customer.search': true,
  'customer.create': true,
  'visit.record': true,
  'visit.cancel': true,
  'visit.today': true,
  'change.undo': true,
  'backup.status': true,
  'backup.start': true,
  'backup.addPlace': true,
  'backup.removePlace': true,
  'backup.openPlace': true,
  'backup.list': true,
  'backup.pickFile': true,
  'backup.unlock': true,
  'backup.restore': true,
  'import.pickFile': true,
  'import.preview': true,
  'import.start': true,
  'import.saveRejected': true,
  'job.get': true,
  'job.list': true,
  'job.cancel': true,
  'retention.figures': true,
  'retention.cohorts': true,
  'retention.returnCurve': true,
  'retention.coverage': true,
  'report.start': true,
  'report.months': true,
  'report.preview': true,
  'report.choices': true,
  'report.keepChoices': true,
  'report.pickLogo': true,
  'report.removeLogo': true,
  'report.showFolder': true,
};

export const EVENT_NAMES: Readonly<Record<EventName, true>> = {
  'app.stateChanged': true,
  'job.changed': true,
  'data.changed': true,
  'menu.chosen': true,
  'menu.undo': true,
  'window.lookChanged': true,
};
