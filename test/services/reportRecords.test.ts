/** What the report takes from the records besides visits: opinions, comments only where asked for, the choices, the log. */
import { describe, expect, it } from 'vitest';
import { logChangeTx } from '../../db/repositories/changeLog.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { insertOpinionTx } from '../../db/repositories/opinion.ts';
import { writeSettingTx } from '../../db/repositories/setting.ts';
import { writeLogoTx } from '../../db/repositories/shopPicture.ts';
import { recordVisitTx } from '../../db/repositories/visit.ts';
import { inTransaction } from '../../db/transaction.ts';
import { keepReportChoices, readReportChoices } from '../../src-main/services/reportChoices.ts';
import { readReportRecords, reportData } from '../../src-main/services/reportService.ts';
import { readShop } from '../../src-main/services/shopService.ts';
import { reportDataSchema, USUAL_SECTIONS } from '../../src-shared/contract/reportContract.ts';
import { NOW_MS, openShop } from '../db/support/databases.ts';
import { pngOf } from '../e2e/picture.ts';

const shopWithOpinions = () => {
  const db = openShop();
  inTransaction(db, () => {
    const customerId = insertCustomerTx(db, { displayName: 'Ewa Tajna', createdAtMs: NOW_MS });
    recordVisitTx(
      db,
      { customerId, occurredAtMs: NOW_MS, businessDate: '2026-02-10', source: 'desk', createdAtMs: NOW_MS },
      [],
    );
    const opinion = (businessDate: string, change: object) =>
      insertOpinionTx(db, { customerId, businessDate, atMs: NOW_MS, createdAtMs: NOW_MS, ...change });
    for (let day = 1; day <= 7; day++)
      opinion(`2026-02-0${day}`, { nps: day + 3, comment: `Komentarz ${day}` });
    opinion('2026-02-08', { csat: 5, comment: '   ' });
    opinion('2026-02-28', { ces: 6 });
    opinion('2026-01-31', { nps: 0, comment: 'styczeń' });
    opinion('2026-03-01', { nps: 0, comment: 'marzec' });
  });
  return db;
};

const report = (db: ReturnType<typeof openShop>, withComments: boolean) => {
  const extract = readVisitExtract(db);
  const question = { month: '2026-02', locale: 'pl' as const, nowMs: NOW_MS, withComments };
  return reportDataSchema.parse(
    reportData(extract, readShop(db), question, readReportRecords(db, extract, question)),
  );
};

describe('opinions on the report', () => {
  it('are counted within the month, both ends included', () => {
    const { figures, opinions } = report(shopWithOpinions(), false);
    // Scores 4 to 10: two promoters, three detractors of seven.
    const values = figures.now.filter(({ key }) => ['nps', 'csat', 'ces'].includes(key));
    expect(values.map(({ key, value, n }) => [key, value, n])).toEqual([
      ['nps', expect.closeTo((100 * (2 - 3)) / 7, 9), 7],
      ['csat', 1, 1],
      ['ces', 6, 1],
    ]);
    expect(opinions).toEqual({ opinions: 9, comments: 7, newest: [] });
  });

  it('are quoted only where the owner asked for it: the five newest, without a name', () => {
    const { newest } = report(shopWithOpinions(), true).opinions;
    expect(newest.map(({ text }) => text)).toEqual([7, 6, 5, 4, 3].map((day) => `Komentarz ${day}`));
    expect(newest[0]).toEqual({ on: '2026-02-07', text: 'Komentarz 7', nps: 10 });
    expect(JSON.stringify(report(shopWithOpinions(), true))).not.toContain('Tajna');
  });
});

describe('the report', () => {
  it('has the logo and the beginning of the change log’s newest link', () => {
    const db = shopWithOpinions();
    expect(report(db, false)).toMatchObject({ logo: null, changeLogHead: null });
    inTransaction(db, () => {
      writeLogoTx(db, { mediaType: 'image/png', bytes: pngOf(8, 4) });
      logChangeTx(db, {
        atMs: NOW_MS,
        action: 'update',
        subject: 'visit',
        recordId: 1,
        fields: ['note'],
      });
    });
    const { logo, changeLogHead } = report(db, false);
    expect(logo).toEqual({ mediaType: 'image/png', base64: pngOf(8, 4).toString('base64') });
    expect(changeLogHead).toMatch(/^[0-9a-f]{16}$/);
  });

  it('remembers what was chosen for it, and starts anew from what it cannot read', () => {
    const db = openShop();
    expect(readReportChoices(db)).toEqual({ paper: 'a4', sections: USUAL_SECTIONS });
    expect(USUAL_SECTIONS).not.toContain('comments');
    keepReportChoices(db, { paper: 'letter', sections: ['figures'] });
    expect(readReportChoices(db)).toEqual({ paper: 'letter', sections: ['figures'] });
    inTransaction(db, () => writeSettingTx(db, 'report.choices', { paper: 'papyrus' }));
    expect(readReportChoices(db)).toEqual({ paper: 'a4', sections: USUAL_SECTIONS });
  });
});
