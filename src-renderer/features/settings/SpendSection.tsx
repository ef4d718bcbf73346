/** What was spent on finding customers: a year of months by sources, typed or pasted from a spreadsheet. */
import { type ClipboardEvent, useState } from 'react';
import type { ListedSource } from '../../../src-shared/contract/catalogueContract.ts';
import type { Spend } from '../../../src-shared/contract/settingsContract.ts';
import { minorDigits } from '../../../src-shared/domain/money.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { CellInput } from '../../ui/CellInput.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { parseTypedAmount } from '../../ui/typedAmount.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './Spend.module.css';
import { cellsOfPaste, isBlock } from './spendPaste.ts';

const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);

export function SpendSection() {
  const words = useWords();
  const { today } = useOpenShop();
  const thisYear = Number(today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const sources = useAnswer('source.list', {});
  const spend = useAnswer('spend.list', { year }, { keepsPrevious: true });
  const error = sources.error ?? spend.error;
  return (
    <SettingsPart title={words.t('settings.spend.title')} text={words.t('settings.spend.text')}>
      <PartActions>
        <Command onClick={() => setYear(year - 1)}>
          {words.t('settings.spend.year', { year: String(year - 1) })}
        </Command>
        <strong aria-live="polite">{year}</strong>
        <Command disabled={year >= thisYear + 1} onClick={() => setYear(year + 1)}>
          {words.t('settings.spend.year', { year: String(year + 1) })}
        </Command>
      </PartActions>
      {error ? <ErrorNote error={error} /> : null}
      {sources.data && spend.data ? (
        <SpendGrid
          year={year}
          sources={sources.data.sources}
          spend={spend.data.spend}
          onChanged={async () => void (await spend.refetch())}
        />
      ) : null}
    </SettingsPart>
  );
}

interface SpendGridProps {
  year: number;
  sources: readonly ListedSource[];
  spend: readonly Spend[];
  onChanged(): Promise<void>;
}

function SpendGrid({ year, sources, spend, onChanged }: SpendGridProps) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const { shop } = useOpenShop();
  const write = useCommand('spend.write');
  const digits = minorDigits(shop.currency);
  const months = monthsOf(year);
  // An archived source stays in sight for as long as something was spent on it.
  const shown = sources.filter(
    ({ id, isArchived }) => !isArchived || spend.some(({ sourceId }) => sourceId === id),
  );
  const columns: readonly { id: number | null; name: string }[] = [
    ...shown,
    { id: null, name: words.t('settings.spend.together') },
  ];
  const amountAt = (month: string, sourceId: number | null) =>
    spend.find((cell) => cell.month === month && cell.sourceId === sourceId)?.amountMinor ?? null;
  const written = (minor: number | null) =>
    minor === null ? '' : format.number(minor / 10 ** digits, digits);
  const sumOf = (cells: readonly Spend[]) =>
    cells.length === 0 ? '' : written(cells.reduce((sum, { amountMinor }) => sum + amountMinor, 0));

  const keep = async (month: string, sourceId: number | null, text: string) => {
    const amountMinor = parseTypedAmount(text, shop.currency, words.locale);
    if (typeof amountMinor === 'string' || (amountMinor !== null && amountMinor < 0))
      return words.t('common.notAnAmount', { example: written(1250 * 10 ** Math.max(0, digits - 2)) });
    await write.mutateAsync({ cells: [{ month, sourceId, amountMinor }] });
    await onChanged();
    return null;
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain');
    const cell = event.target instanceof HTMLElement ? event.target.closest('td') : null;
    const row = cell?.closest('tr');
    if (!isBlock(text) || !cell || !row) return;
    event.preventDefault();
    const sourceIds = columns.map(({ id }) => id);
    const grid = { months, sourceIds, currency: shop.currency, locale: words.locale };
    const at = row.sectionRowIndex;
    const pasted = cellsOfPaste(text, grid, at, cell.cellIndex - 1);
    if (pasted.kind === 'fault') {
      notices.say({ text: words.t('settings.spend.notPasted', { text: pasted.text.slice(0, 40) }) });
      return;
    }
    const before = pasted.cells.map(({ month, sourceId }) => ({
      month,
      sourceId,
      amountMinor: amountAt(month, sourceId),
    }));
    write.mutate(
      { cells: [...pasted.cells] },
      {
        onSuccess: () =>
          notices.say({
            text: words.t('settings.spend.pasted', { count: pasted.cells.length }),
            undo: async () => {
              await write.mutateAsync({ cells: before });
              return undefined;
            },
          }),
        onError: (error) => notices.fail(error),
      },
    );
  };
  return (
    <div className={styles.scroll} onPaste={paste}>
      <table className={styles.grid} aria-label={words.t('settings.spend.title')}>
        <thead>
          <tr>
            <th scope="col">{words.t('settings.spend.month')}</th>
            {columns.map(({ id, name }) => (
              <th key={id ?? 'together'} scope="col" className={styles.number}>
                {name}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {words.t('settings.spend.sum', { currency: shop.currency })}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month}>
              <th scope="row">{format.date(month, 'month')}</th>
              {columns.map(({ id, name }) => (
                <td key={id ?? 'together'}>
                  <CellInput
                    label={`${name}, ${format.date(month, 'month')}`}
                    column={String(id)}
                    isNumber
                    maxLength={30}
                    value={written(amountAt(month, id))}
                    onCommit={(text) => keep(month, id, text)}
                  />
                </td>
              ))}
              <td className={styles.sum}>{sumOf(spend.filter((cell) => cell.month === month))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.t('settings.spend.wholeYear', { year: String(year) })}</th>
            {columns.map(({ id }) => (
              <td key={id ?? 'together'} className={styles.sum}>
                {sumOf(spend.filter((cell) => cell.sourceId === id))}
              </td>
            ))}
            <td className={styles.sum}>{sumOf(spend)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
