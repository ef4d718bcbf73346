/** The demo shop of the first start: three years that end yesterday, of a size that is believable for the trade. */
import type { Database } from '../../db/openDatabase.ts';
import type { Locale, Trade } from '../../src-shared/contract/values.ts';
import { localDayOfInstant } from '../../src-shared/domain/businessDate.ts';
import { isoOfDay } from '../../src-shared/domain/calendar.ts';
import { type DemoCounts, makeDemoShop } from '../demo/makeDemoShop.ts';
import { addUsualSurveys } from './surveyService.ts';

export interface DemoChoice {
  readonly trade: Trade;
  readonly currency: string;
  readonly timeZone: string;
  readonly locale: Locale;
}

const YEARS = 3;
/** The same shop for everybody, so that two people can talk about what they see. */
const SEED = 1;
/** New people in three years of a shop with as many staff as the demo has; a gym's come much more often. */
const CUSTOMERS: Readonly<Record<Trade, number>> = {
  salon: 1100,
  dental: 1400,
  workshop: 1200,
  shop: 700,
  gym: 450,
};

export const fillDemoShop = async (
  db: Database,
  choice: DemoChoice,
  nowMs: number,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
): Promise<DemoCounts> => {
  const until = isoOfDay(localDayOfInstant(nowMs, choice.timeZone) - 1);
  const counts = await makeDemoShop(
    db,
    { ...choice, customers: CUSTOMERS[choice.trade], years: YEARS, seed: SEED, until, nowMs },
    signal,
    onProgress,
  );
  addUsualSurveys(db, nowMs);
  return counts;
};
