/**
 * Settings: a list of sections, each at an address of its own. Which sections there are, `src-renderer/app` says:
 * most belong to other features.
 */
import { type ComponentType, type KeyboardEvent, Suspense } from 'react';
import { Link, useLocation } from 'wouter';
import type { Role } from '../../../src-shared/domain/closedLists.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { Page } from '../../ui/Page.tsx';
import { PageTitle, PartTitle } from '../../ui/PageTitle.tsx';
import { PLACES } from '../../ui/places.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './SettingsScreen.module.css';

export interface SettingsSection {
  /** Last part of its address, `/settings/<id>`. */
  readonly id: string;
  name(words: Words): string;
  /** Its parts, without the title. Lazy unless it is tiny. */
  readonly Component: ComponentType;
  /** A table that wants all the room there is. */
  readonly isWide?: boolean;
  /** Who may change what is in it; left out: everybody. */
  readonly roles?: readonly Role[];
  /** A line stands before it in the list. */
  readonly startsGroup?: boolean;
}

const addressOf = (section: SettingsSection): string => `${PLACES.settings}/${section.id}`;

export function SettingsScreen({ sections }: { sections: readonly SettingsSection[] }) {
  const words = useWords();
  const [location] = useLocation();
  const shown = sections.find((section) => addressOf(section) === location) ?? sections[0];
  if (!shown) return null;
  const { Component } = shown;
  return (
    <Page>
      <div className={styles.settings}>
        <PageTitle>{words.t('shell.settings')}</PageTitle>
        <nav className={styles.list} aria-label={words.t('settings.sections')} onKeyDown={moveInList}>
          {sections.map((section) => (
            <Link
              key={section.id}
              href={addressOf(section)}
              className={`${styles.item} ${section.startsGroup ? styles.first : ''}`}
              aria-current={section === shown ? 'page' : undefined}
            >
              {section.name(words)}
            </Link>
          ))}
        </nav>
        <div className={`${styles.section} ${shown.isWide ? '' : styles.reading}`} key={shown.id}>
          <PartTitle>{shown.name(words)}</PartTitle>
          <Suspense fallback={<Waiting />}>
            <Component />
          </Suspense>
        </div>
      </div>
    </Page>
  );
}

/** Up and down walk through the list; Enter opens, as on any link. */
const moveInList = (event: KeyboardEvent<HTMLElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  links[(at + step + links.length) % links.length]?.focus();
  event.preventDefault();
};
