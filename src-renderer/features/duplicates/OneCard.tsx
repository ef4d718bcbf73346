/** The card that would be there afterwards, as it would be. */
import { PartTitle } from '../../ui/PageTitle.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './compare.module.css';
import {
  type Chosen,
  choiceIn,
  fieldName,
  furtherContacts,
  isToChoose,
  type Preview,
  resultOf,
  valueText,
} from './comparison.ts';

export function OneCard({ preview, chosen }: { preview: Preview; chosen: Chosen }) {
  const words = useWords();
  const format = useFormat();
  const { kept, merged, fields, joined } = preview;
  const rows = fields
    .filter(({ field }) => field !== 'name')
    .map((field) => ({
      name: fieldName(words, field.field),
      texts: resultOf(field, chosen).map((value) => valueText(words, format, field.field, value) ?? ''),
    }))
    .filter(({ texts }) => texts.length > 0);
  const lists = [
    { name: words.t('customers.contacts'), texts: furtherContacts(preview, chosen) },
    { name: words.t('customers.tags'), texts: joined.tags },
    { name: words.t('customers.remember'), texts: joined.preferences },
  ].filter(({ texts }) => texts.length > 0);
  const name = fields.find(({ field }) => field === 'name');
  const first = [kept.firstVisitOn, merged.firstVisitOn].filter((on) => on !== null).sort()[0];
  const last = [kept.lastVisitOn, merged.lastVisitOn]
    .filter((on) => on !== null)
    .sort()
    .at(-1);
  // A day on which both came is one visit of one person.
  const visits = Math.max(kept.visits, merged.visits, kept.visits + merged.visits - preview.sameDays);
  const number = fields.find(({ field }) => field === 'cardNumber');
  const otherNumber =
    number === undefined || !isToChoose(number)
      ? null
      : choiceIn(number, chosen) === 'kept'
        ? number.merged
        : number.kept;
  const moved = [
    merged.visits === 0 ? null : words.t('duplicates.visits', { count: merged.visits }),
    merged.opinions === 0 ? null : words.t('duplicates.opinions', { count: merged.opinions }),
    merged.others === 0 ? null : words.t('duplicates.others', { count: merged.others }),
  ].filter((part) => part !== null);
  return (
    <section className={styles.result} aria-labelledby="one-card">
      <p className={styles.resultTitle} id="one-card">
        {words.t('duplicates.result')}
      </p>
      <PartTitle>{name === undefined ? kept.name : resultOf(name, chosen)[0]}</PartTitle>
      <p className={styles.resultLead}>
        {[
          visits === 0 ? words.t('duplicates.noVisit') : words.t('duplicates.total', { count: visits }),
          first === undefined ? null : words.t('duplicates.since', { on: format.date(first, 'dayShort') }),
          last === undefined || last === first
            ? null
            : words.t('duplicates.last', { on: format.date(last, 'dayShort') }),
        ]
          .filter((part) => part !== null)
          .join(', ')}
      </p>
      <dl className={styles.facts}>
        {[...rows, ...lists].map((row) => (
          <div key={row.name} className={styles.fact}>
            <dt>{row.name}</dt>
            <dd>
              {row.texts.map((text) => (
                <span key={text} className={styles.factText}>
                  {text}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        {moved.length === 0
          ? words.t('duplicates.moves.none')
          : words.t('duplicates.moves', { what: moved.join(', ') })}
      </p>
      {otherNumber === null ? null : (
        <p className={styles.note}>{words.t('duplicates.otherNumber', { number: otherNumber })}</p>
      )}
    </section>
  );
}
