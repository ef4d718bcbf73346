/** What is stored about a person, on paper: theirs to read and to keep. */
import type { PrintedPage } from '../../../src-shared/contract/reportContract.ts';
import { formatDate } from '../../../src-shared/words/format.ts';
import { wordsFor } from '../../../src-shared/words/words.ts';
import { withNoBreaks } from '../../figures/typography.ts';
import { Marked } from '../../ui/Sentence.tsx';
import { type Block, whole } from '../block.ts';
import { Pages } from '../Pages.tsx';
import styles from '../print.module.css';
import { useDocument } from '../sheet.ts';
import person from './person.module.css';
import { type PersonSection, personSections } from './personSections.ts';

type PersonData = Extract<PrintedPage, { page: 'person' }>['data'];

export function PersonSheet({ data }: { data: PersonData }) {
  const { locale, shopName, madeOn, currency, timeZone, sections } = data;
  const words = wordsFor(locale);
  const title = words.t('privacy.doc.title');
  useDocument(`${shopName} – ${title}`, locale);
  const date = formatDate(madeOn, locale);
  const blocks: Block[] = [
    whole(
      'title',
      0,
      <>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>
          <Marked text={withNoBreaks(words.t('privacy.doc.lead', { shop: shopName, date }))} />
        </p>
        <p className={person.rights}>{withNoBreaks(words.t('privacy.doc.rights'))}</p>
      </>,
    ),
    ...personSections(sections, { words, currency, timeZone }).flatMap((section) =>
      section.entries.length === 0
        ? [emptyBlock(section, words.t('privacy.doc.nothing'))]
        : sectionBlocks(section),
    ),
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
          <p className={styles.footerText}>{words.t('privacy.doc.foot')}</p>
          <p className={styles.pageNumber}>{words.t('report.page.number', { page, pages })}</p>
        </>
      )}
      keepOnFirst="title"
    />
  );
}

const emptyBlock = ({ key, title }: PersonSection, nothing: string): Block =>
  whole(
    key,
    5,
    <div className={person.empty}>
      <h2 className={person.emptyName}>{title}</h2>
      <p>{nothing}</p>
    </div>,
  );

const sectionBlocks = ({ key, title, entries }: PersonSection): Block[] => [
  whole(`${key} head`, 8, <h2 className={person.name}>{title}</h2>, true),
  {
    key,
    gapMm: 2,
    content: {
      kind: 'table',
      className: person.table ?? '',
      label: title,
      head: null,
      rows: entries.map(({ label, main, more }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place in the document
        <tr key={index}>
          <th scope="row">{label}</th>
          <td>
            <p className={person.main}>{main}</p>
            {more.map((text) => (
              <p key={text} className={person.more}>
                {text}
              </p>
            ))}
          </td>
        </tr>
      )),
    },
  },
];
