/** What a customer holds and every movement of it, on paper: theirs to take along. */
import { Fragment } from 'react';
import type { PrintedPage } from '../../src-shared/contract/reportContract.ts';
import { formatDate, formatMoney, formatNumber, formatShare } from '../../src-shared/words/format.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import {
  amountText,
  balanceText,
  changeText,
  durationText,
  kindName,
  moveName,
  shownCode,
  type Writing,
} from '../benefits/benefitTexts.ts';
import { withNoBreaks } from '../figures/typography.ts';
import { Marked } from '../ui/Sentence.tsx';
import { type Block, whole } from './block.ts';
import { Pages } from './Pages.tsx';
import styles from './print.module.css';
import { useDocument } from './sheet.ts';
import sheet from './statement.module.css';

type StatementData = Extract<PrintedPage, { page: 'statement' }>['data'];
type Held = StatementData['holdings'][number];

export function StatementSheet({ data }: { data: StatementData }) {
  const { locale, currency, shopName, customerName, madeOn } = data;
  const words = wordsFor(locale);
  const title = words.t('benefits.statement.title');
  useDocument(`${shopName} – ${title}`, locale);
  const writing: Writing = {
    words,
    currency,
    isPaper: true,
    format: {
      number: (value, digits) => formatNumber(value, locale, digits),
      money: (minor, inCurrency, isWhole) => formatMoney(minor, inCurrency, locale, isWhole),
      share: (share, digits) => formatShare(share, locale, digits),
      date: (isoDate, style) => formatDate(isoDate, locale, style),
    },
  };
  const date = formatDate(madeOn, locale);
  const blocks: Block[] = [
    whole(
      'title',
      0,
      <>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>
          {withNoBreaks(words.t('benefits.statement.lead', { name: customerName, date }))}
        </p>
      </>,
    ),
    ...data.holdings.flatMap((held) => holdingBlocks(held, madeOn, writing)),
    ...(data.holdings.length === 0 ? [whole('none', 8, <p>{words.t('benefits.statement.none')}</p>)] : []),
  ];
  return (
    <Pages
      paper="a4"
      blocks={blocks}
      head={(isFirst) => (
        <>
          <p className={`${styles.shopName} ${isFirst ? '' : styles.oneLine}`}>{shopName}</p>
          <p className={styles.headerRight}>{date}</p>
        </>
      )}
      foot={(page, pages) => (
        <>
          <p className={styles.footerText}>{words.t('benefits.statement.foot')}</p>
          <p className={styles.pageNumber}>{words.t('report.page.number', { page, pages })}</p>
        </>
      )}
      keepOnFirst="title"
    />
  );
}

const holdingBlocks = ({ holding, entries }: Held, asOf: string, writing: Writing): Block[] => {
  const { words, format } = writing;
  const { rules, planName, code, benefitId, soldWith } = holding;
  const about = [
    kindName(words, rules.kind),
    ...(rules.kind === 'warranty' && soldWith?.offeringName
      ? [words.t('benefits.with', { name: soldWith.offeringName })]
      : []),
    ...(code === null ? [] : [words.t('benefits.code', { code: shownCode(code) })]),
    durationText(holding, asOf, writing),
  ].filter((part) => part !== '');
  const showsAmounts = rules.kind !== 'membership' && rules.kind !== 'warranty';
  const isOver = holding.state === 'ended' || holding.state === 'cancelled';
  let balance = 0;
  return [
    whole(
      `head-${benefitId}`,
      9,
      <div className={sheet.head}>
        <div>
          <h2 className={sheet.name}>{planName}</h2>
          <p className={sheet.about}>{about.join(', ')}</p>
        </div>
        {showsAmounts && !isOver ? (
          <p className={sheet.balance}>
            <Marked text={balanceText(holding, writing)} />
          </p>
        ) : null}
      </div>,
      true,
    ),
    {
      key: `entries-${benefitId}`,
      gapMm: 3,
      content: {
        kind: 'table',
        className: sheet.table ?? '',
        label: planName,
        head: (
          <tr>
            <th scope="col">{words.t('benefits.statement.on')}</th>
            <th scope="col">{words.t('benefits.statement.what')}</th>
            <th scope="col">{words.t('benefits.statement.expires')}</th>
            {showsAmounts ? (
              <>
                <th scope="col" className={sheet.number}>
                  {words.t('benefits.statement.change')}
                </th>
                <th scope="col" className={sheet.number}>
                  {words.t('benefits.statement.balance')}
                </th>
              </>
            ) : null}
          </tr>
        ),
        rows: entries.map((entry) => {
          balance += entry.amount;
          return (
            <tr key={entry.entryId}>
              <td>{format.date(entry.onDate)}</td>
              <td>
                {moveName(words, entry)}
                {entry.isTakenBack ? (
                  <span className={sheet.aside}> {words.t('benefits.statement.takenBack')}</span>
                ) : null}
              </td>
              <td>{entry.expiresOn === null ? '' : format.date(entry.expiresOn)}</td>
              {showsAmounts ? (
                <Fragment>
                  <td className={sheet.number}>{changeText(entry.amount, rules, writing)}</td>
                  <td className={sheet.number}>{amountText(balance, rules, writing)}</td>
                </Fragment>
              ) : null}
            </tr>
          );
        }),
      },
    },
  ];
};
