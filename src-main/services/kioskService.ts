/** What the kiosk asks, how the shop wants it to be, and how its answers are stored. Owns the transactions. */
import type { Database } from '../../db/openDatabase.ts';
import { readCustomer } from '../../db/repositories/customer.ts';
import { readSetting, writeSettingTx } from '../../db/repositories/setting.ts';
import { readVisitState } from '../../db/repositories/visitState.ts';
import { inReadTransaction, inTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { KioskRound } from '../../src-shared/contract/kioskContract.ts';
import { type KioskSettings, kioskSettingsSchema } from '../../src-shared/contract/kioskDeskContract.ts';
import type { Answered } from '../../src-shared/contract/opinionContract.ts';
import type { Survey } from '../../src-shared/contract/surveyContract.ts';
import { LOCALES, type Locale } from '../../src-shared/contract/values.ts';
import { recordOpinion } from './opinionService.ts';
import { logOwnerChangeTx } from './ownerChange.ts';
import { readShop } from './shopService.ts';
import { listSurveys } from './surveyService.ts';

const KIOSK = 'kiosk';
const USUAL: KioskSettings = { surveyId: null, locales: null, returnSeconds: 6, idleSeconds: 40 };

/** Whose answer the next one is. Known on this side of the door alone. */
export interface KioskLink {
  readonly customerId: number | null;
  readonly visitId: number | null;
}
export const NOBODY: KioskLink = { customerId: null, visitId: null };

export const readKioskSettings = (db: Database): KioskSettings =>
  kioskSettingsSchema.parse(readSetting(db, KIOSK) ?? USUAL);

export const writeKioskSettings = (db: Database, settings: KioskSettings, nowMs: number): void =>
  inTransaction(db, () => {
    writeSettingTx(db, KIOSK, kioskSettingsSchema.parse(settings));
    logOwnerChangeTx(db, nowMs, 'update', 'setting', 0, [KIOSK]);
  });

export interface KioskSheet
  extends Pick<KioskRound, 'shopName' | 'locales' | 'questions' | 'returnSeconds' | 'idleSeconds'> {
  readonly surveyId: number | null;
}

/** What is asked now. A survey that was archived since gives way to the first that is not. */
export const kioskSheet = (db: Database): KioskSheet =>
  inReadTransaction(db, () => {
    const { surveyId, locales, returnSeconds, idleSeconds } = readKioskSettings(db);
    const shop = readShop(db);
    const usable = listSurveys(db).surveys.filter(({ isArchived }) => !isArchived);
    const survey = usable.find((one) => one.surveyId === surveyId) ?? usable[0];
    const questions = (survey?.questions ?? [])
      .filter(({ isArchived }) => !isArchived)
      .map(({ questionId, kind, wording, isRequired }) => ({ questionId, kind, wording, isRequired }));
    return {
      surveyId: survey?.surveyId ?? null,
      shopName: shop.name,
      locales: askedIn(survey, locales, shop.locale),
      questions,
      returnSeconds,
      idleSeconds,
    };
  });

/** Those chosen for the kiosk of those the survey speaks; without a choice, the shop's own language first. */
const askedIn = (
  survey: Survey | undefined,
  chosen: readonly Locale[] | null,
  shopLocale: Locale,
): Locale[] => {
  const spoken: readonly Locale[] = survey?.locales ?? LOCALES;
  const wanted = chosen?.filter((locale) => spoken.includes(locale)) ?? [];
  if (wanted.length > 0) return [...new Set(wanted)];
  return spoken.toSorted((a, b) => Number(b === shopLocale) - Number(a === shopLocale));
};

/** @throws RevinoError `visit.notFound`, `customer.notFound`: nobody is handed a screen that belongs to nobody */
export const requireLink = (db: Database, { customerId, visitId }: KioskLink): void => {
  if (visitId !== null) readVisitState(db, visitId);
  if (customerId !== null) readCustomer(db, customerId);
};

/** What is left of a link: a visit cancelled or a card gone meanwhile must not cost the shop the opinion. */
const liveLink = (db: Database, { customerId, visitId }: KioskLink): KioskLink => {
  const visit = visitId === null ? null : orNull(() => readVisitState(db, visitId));
  if (visit !== null && visit.cancelledAtMs === null) return { customerId: visit.customerId, visitId };
  const isThere = customerId !== null && orNull(() => readCustomer(db, customerId)) !== null;
  return { customerId: isThere ? customerId : null, visitId: null };
};

const orNull = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RevinoError) return null;
    throw error;
  }
};

export interface KioskOpinion {
  readonly answered: Answered;
  readonly opinionUid: string;
  readonly surveyId: number | null;
  readonly link: KioskLink;
}

/**
 * Stores what somebody answered on the kiosk, once for each uid.
 * @throws RevinoError `opinion.empty`, `opinion.wrongAnswer`
 */
export const recordKioskOpinion = (
  db: Database,
  { answered, opinionUid, surveyId, link }: KioskOpinion,
  nowMs: number,
): void => {
  const whose = liveLink(db, link);
  const about = { ...whose, surveyId, staffId: null, channel: 'kiosk', on: null, opinionUid } as const;
  recordOpinion(db, { ...answered, ...about }, nowMs);
};
