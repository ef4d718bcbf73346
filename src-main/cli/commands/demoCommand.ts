/** `demo`: a shop that never was, of any size; the same seed makes the same shop. */
import { type Locale, type Trade, tradeSchema } from '../../../src-shared/contract/values.ts';
import { localDayOfInstant } from '../../../src-shared/domain/businessDate.ts';
import { isoOfDay } from '../../../src-shared/domain/calendar.ts';
import { formatDate, formatNumber } from '../../../src-shared/words/format.ts';
import { makeDemoShop } from '../../demo/makeDemoShop.ts';
import type { Command } from '../commandContext.ts';
import { makeDatabase, tellAboutKey } from './initCommand.ts';

const PLACES: Readonly<Record<Locale, { readonly currency: string; readonly timeZone: string }>> = {
  en: { currency: 'EUR', timeZone: 'Europe/Dublin' },
  pl: { currency: 'PLN', timeZone: 'Europe/Warsaw' },
  ro: { currency: 'RON', timeZone: 'Europe/Bucharest' },
};

const DEFAULT_TRADE: Trade = 'salon';

export const demoCommand: Command = async (parsed, context) => {
  const { words } = context;
  const { locale } = words;
  const nowMs = context.nowMs();
  const { currency, timeZone } = PLACES[locale];
  const until = parsed.text('until') ?? isoOfDay(localDayOfInstant(nowMs, timeZone) - 1);
  const trade = tradeSchema.parse(parsed.text('trade') ?? DEFAULT_TRADE);
  const made = await makeDatabase(parsed, context, (db) =>
    makeDemoShop(
      db,
      {
        customers: Number(parsed.needed('customers')),
        years: Number(parsed.needed('years')),
        seed: Number(parsed.needed('seed')),
        trade,
        locale,
        currency,
        timeZone,
        until,
        nowMs,
      },
      context.signal,
    ),
  );
  tellAboutKey(made.key, context);
  const counts = made.result;
  context.print({ file: made.file, trade, locale, currency, ...counts }, () => {
    const day = (date: string) => formatDate(date, locale, 'dayShort');
    return `${words.t('cli.demo.done', {
      file: made.file,
      customers: formatNumber(counts.customers, locale),
      visits: formatNumber(counts.visits, locale),
      from: day(counts.firstDate),
      to: day(counts.lastDate),
    })}\n`;
  });
  return 0;
};
