/** All customers as a table: looked for, narrowed, sorted, opened with Enter. The focus may stay in the search box. */
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ListOrder } from '../../../src-shared/domain/closedLists.ts';
import { useRole } from '../../api/access.tsx';
import { useAnswer } from '../../api/procedures.ts';
import { Action } from '../../ui/Action.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ExportMenu } from '../../ui/ExportMenu.tsx';
import { isMod } from '../../ui/Key.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PlaceTabs } from '../../ui/PlaceTabs.tsx';
import { PLACES } from '../../ui/places.ts';
import { Marked } from '../../ui/Sentence.tsx';
import { useExport } from '../../ui/useExport.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import { BulkBar } from './BulkBar.tsx';
import { ColumnsMenu } from './ColumnsMenu.tsx';
import { CustomerRows } from './CustomerRows.tsx';
import { ListFilters } from './ListFilters.tsx';
import styles from './list.module.css';
import { EVERYBODY, isSamePeople, type ListView, queryOf, rememberedView, rememberView } from './listView.ts';
import { SavedFilters } from './SavedFilters.tsx';
import { useColumns } from './useColumns.ts';
import { ROW_PX, useRowPages } from './useRowPages.ts';
import { useSelection } from './useSelection.ts';

const TYPING_PAUSE_MS = 80;
/** What is looked for in such a column stands at its upper end; in the others, at the beginning of the alphabet. */
const NEWEST_OR_MOST_FIRST: readonly ListOrder[] = ['lastVisit', 'visits', 'value', 'added'];

export function CustomersScreen() {
  const words = useWords();
  const [, go] = useLocation();
  const [view, setView] = useState<ListView>(rememberedView);
  const [typed, setTyped] = useState(view.text);
  const [selected, setSelected] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const notices = useNotices();
  const { start: takeOut, isAsking } = useExport();
  const counts = useAnswer('customer.listCounts', {});
  const pages = useRowPages(place, queryOf(view));
  const total = pages.total ?? 0;
  const at = Math.max(0, Math.min(selected, total - 1));
  const mayDoMany = useRole() !== 'desk';
  const selection = useSelection(view, total);
  const {
    offered,
    chosen,
    columns,
    toggle: toggleColumn,
  } = useColumns(counts.data === undefined || counts.data.tags.length > 0);
  const picking = (work: Promise<void>) => void work.catch((error: unknown) => notices.fail(error));

  const change = (part: Partial<ListView>) => {
    const next = { ...view, ...part };
    rememberView(next);
    setView(next);
    setSelected(0);
    place.current?.scrollTo({ top: 0 });
  };
  const latest = useRef(change);
  useEffect(() => {
    latest.current = change;
  });
  useEffect(() => {
    if (typed === view.text) return;
    const timer = setTimeout(() => latest.current({ text: typed }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, view.text]);

  const addNew = () => go(`${PLACES.customers}/new`);
  useShortcut('n', true, addNew);

  const select = (next: number) => {
    const to = Math.max(0, Math.min(next, total - 1));
    setSelected(to);
    const box = place.current;
    if (!box) return;
    if (to * ROW_PX < box.scrollTop) box.scrollTop = to * ROW_PX;
    const bottom = (to + 1) * ROW_PX - box.clientHeight;
    if (bottom > box.scrollTop) box.scrollTop = bottom;
  };
  const open = (index: number) => {
    const row = pages.rows.find((one) => one.at === index)?.row;
    if (row) go(`${PLACES.customers}/${row.customerId}`);
  };
  const extendTo = (next: number) => {
    const to = Math.max(0, Math.min(next, total - 1));
    selection.beginAt(at);
    select(to);
    picking(selection.rangeTo(to));
  };
  const toggle = () => {
    const row = pages.rows.find((one) => one.at === at)?.row;
    if (row) selection.toggle(row.customerId, at);
  };
  /** With Ctrl or Shift: what selects, so that one letter typed never does. */
  const pickedByKey = (event: KeyboardEvent, inText: boolean): boolean => {
    if (!mayDoMany || event.altKey) return false;
    const moves: Record<string, () => void> =
      event.shiftKey && !event.ctrlKey && !event.metaKey
        ? { ArrowDown: () => extendTo(at + 1), ArrowUp: () => extendTo(at - 1) }
        : isMod(event, ' ')
          ? { ' ': toggle }
          : isMod(event, 'a') && (!inText || typed === '')
            ? { a: selection.all }
            : !inText && !event.ctrlKey && !event.metaKey && event.key === ' '
              ? { ' ': toggle }
              : event.key === 'Escape' && selection.count > 0 && (!inText || typed === '')
                ? { Escape: selection.clear }
                : {};
    const move = moves[event.key];
    if (!move) return false;
    event.preventDefault();
    event.stopPropagation();
    move();
    return true;
  };
  const pressed = (event: KeyboardEvent) => {
    const inText = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (pickedByKey(event, inText)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => select(at + 1),
      ArrowUp: () => select(at - 1),
      PageDown: () => select(at + pages.fitting),
      PageUp: () => select(at - pages.fitting),
      Enter: () => open(at),
      ...(inText ? {} : { Home: () => select(0), End: () => select(total - 1) }),
      ...(inText && typed !== '' ? { Escape: () => setTyped('') } : {}),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  const sortBy = (order: ListOrder) =>
    change(
      view.order === order
        ? { isDescending: !view.isDescending }
        : { order, isDescending: NEWEST_OR_MOST_FIRST.includes(order) },
    );

  if (counts.data && counts.data.all === 0 && counts.data.inTrash === 0) {
    return (
      <Page>
        <div className={styles.beginning}>
          <PageTitle>{words.t('customers.title')}</PageTitle>
          <EmptyState title={words.t('customers.empty')} text={words.t('customers.empty.text')}>
            <div className={styles.start}>
              <Action keys="Mod+N" onClick={addNew}>
                {words.t('customers.add')}
              </Action>
              {mayDoMany ? (
                <Link href={PLACES.import} className={styles.link}>
                  {words.t('customers.empty.import')}
                </Link>
              ) : null}
            </div>
          </EmptyState>
        </div>
      </Page>
    );
  }
  return (
    <Page>
      <div className={styles.screen}>
        <PlaceTabs of="customers" />
        <div className={styles.top}>
          <div role="status">
            <PageTitle>
              {pages.total === null ? (
                words.t('customers.title')
              ) : (
                <Marked text={words.t('customers.count', { count: pages.total })} />
              )}
            </PageTitle>
          </div>
          <div className={styles.commands}>
            <ColumnsMenu offered={offered} chosen={chosen} onToggle={toggleColumn} />
            <ExportMenu
              subject={words.t('customers.title')}
              isDisabled={isAsking || pages.total === 0}
              onChosen={(form) => takeOut({ what: 'customers', list: queryOf(view) }, form)}
            />
            <Action keys="Mod+N" onClick={addNew}>
              {words.t('customers.add')}
            </Action>
          </div>
        </div>
        <div className={styles.narrowing}>
          <div className={styles.searchBox}>
            <IconSearch className={styles.searchIcon} size={18} stroke={2} aria-hidden="true" />
            <input
              type="search"
              className={styles.search}
              aria-label={words.t('customers.search')}
              placeholder={words.t('customers.search')}
              // biome-ignore lint/a11y/noAutofocus: who comes here looks for somebody
              autoFocus
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={pressed}
            />
          </div>
          <ListFilters view={view} counts={counts.data} onChange={change} />
        </div>
        {selection.count > 0 && mayDoMany ? (
          <BulkBar
            selection={selection}
            view={view}
            total={total}
            tags={counts.data?.tags.map(({ name }) => name) ?? []}
            onDone={() => grid.current?.focus()}
          />
        ) : (
          <SavedFilters
            view={view}
            mayKeep={mayDoMany}
            onView={(next) => {
              setTyped(next.text);
              change(next);
            }}
          />
        )}
        {pages.error ? <ErrorNote error={pages.error} /> : null}
        <CustomerRows
          place={place}
          pages={pages}
          columns={columns}
          grid={grid}
          selection={mayDoMany ? selection : null}
          view={view}
          selected={at}
          onSort={sortBy}
          onSelect={setSelected}
          onOpen={open}
          onPick={(customerId, place, isRange) =>
            isRange ? picking(selection.rangeTo(place)) : selection.toggle(customerId, place)
          }
          onKeyDown={pressed}
        />
        {pages.total === 0 ? (
          <p className={styles.nobody}>
            {words.t(
              view.who === 'trash' && view.text === '' ? 'customers.trashEmpty' : 'customers.nobodyFits',
            )}{' '}
            {isSamePeople(view, EVERYBODY) ? null : (
              <button
                type="button"
                className={styles.link}
                onClick={() => {
                  setTyped('');
                  change(EVERYBODY);
                }}
              >
                {words.t('customers.showEverybody')}
              </button>
            )}
          </p>
        ) : null}
      </div>
    </Page>
  );
}
