/** What the table is narrowed to, as a sentence with words that can be changed. */
import { useState } from 'react';
import type { Received } from '../../api/procedures.ts';
import { Command } from '../../ui/Command.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { Word } from './FilterWord.tsx';
import styles from './list.module.css';
import type { ListView } from './listView.ts';
import { isMoreNarrowed, MoreFilters } from './MoreFilters.tsx';

export interface ListFiltersProps {
  view: ListView;
  counts: Received<'customer.listCounts'> | undefined;
  onChange(part: Partial<ListView>): void;
}

export function ListFilters({ view, counts, onChange }: ListFiltersProps) {
  const words = useWords();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(() => isMoreNarrowed(view));
  if (!counts) return null;
  const withCount = (text: string, count: number) => `${text} (${format.number(count)})`;
  return (
    <>
      <div className={styles.filters}>
        <Word
          label={words.t('customers.who')}
          value={view.who}
          isChanged={view.who !== 'everybody'}
          onValue={(who) => onChange({ who: who as ListView['who'] })}
        >
          <option value="everybody">{withCount(words.t('customers.who.everybody'), counts.all)}</option>
          <option value="neverCame">{withCount(words.t('customers.who.neverCame'), counts.neverCame)}</option>
          <option value="trash">{withCount(words.t('customers.who.trash'), counts.inTrash)}</option>
        </Word>
        {counts.tags.length === 0 ? null : (
          <Word
            label={words.t('customers.filter.tag')}
            value={String(view.tagId ?? '')}
            isChanged={view.tagId !== null}
            onValue={(tagId) => onChange({ tagId: tagId === '' ? null : Number(tagId) })}
          >
            <option value="">{words.t('customers.filter.anyTag')}</option>
            {counts.tags.map(({ tagId, name, customers }) => (
              <option key={tagId} value={tagId}>
                {withCount(name, customers)}
              </option>
            ))}
          </Word>
        )}
        {counts.sources.length === 0 ? null : (
          <Word
            label={words.t('customers.filter.source')}
            value={view.source ?? ''}
            isChanged={view.source !== null}
            onValue={(source) => onChange({ source: source === '' ? null : source })}
          >
            <option value="">{words.t('customers.filter.anySource')}</option>
            {counts.sources.map(({ source, customers }) => (
              <option key={source} value={source}>
                {withCount(source, customers)}
              </option>
            ))}
          </Word>
        )}
        <Command
          isQuiet
          aria-expanded={isOpen || isMoreNarrowed(view)}
          disabled={isMoreNarrowed(view)}
          onClick={() => setIsOpen(!isOpen)}
        >
          {words.t(isOpen ? 'customers.filter.less' : 'customers.filter.more')}
        </Command>
      </div>
      {isOpen || isMoreNarrowed(view) ? <MoreFilters view={view} onChange={onChange} /> : null}
    </>
  );
}
