/** The bar on top and the screen below it. Only screens that exist are named. */
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { commandOf, isForRole } from '../../src-shared/commands/appCommands.ts';
import { useRole, useSignedIn } from '../api/access.tsx';
import { useCommand } from '../api/procedures.ts';
import { useOpenShop } from '../api/shop.tsx';
import { roleName } from '../features/access/roleName.ts';
import { BackupMark } from '../features/backups/BackupMark.tsx';
import { DeskScreen } from '../features/desk/DeskScreen.tsx';
import { ImportScreen } from '../features/importing/ImportScreen.tsx';
import { ImportSessionProvider } from '../features/importing/importSession.tsx';
import { BrandMark } from '../ui/BrandMark.tsx';
import { Command } from '../ui/Command.tsx';
import { useNotices } from '../ui/notices.tsx';
import { PLACES, type Place } from '../ui/places.ts';
import { RemoveDemo } from '../ui/RemoveDemo.tsx';
import { useListsTakeEscape } from '../ui/useListsTakeEscape.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import { AppCommands } from './commands/AppCommands.tsx';
import { JobTray } from './jobs/JobTray.tsx';
import styles from './Shell.module.css';
import { Settings } from './settingsSections.tsx';

// The desk opens first and must be there at once; charts come when they are asked for.
const CustomersScreen = lazy(async () => ({
  default: (await import('../features/customers/CustomersScreen.tsx')).CustomersScreen,
}));
const CardScreen = lazy(async () => ({
  default: (await import('../features/customers/CardScreen.tsx')).CardScreen,
}));
const OpinionsScreen = lazy(async () => ({
  default: (await import('../features/opinions/OpinionsScreen.tsx')).OpinionsScreen,
}));
const VisitScreen = lazy(async () => ({
  default: (await import('../features/visits/VisitScreen.tsx')).VisitScreen,
}));
const RetentionScreen = lazy(async () => ({
  default: (await import('../features/retention/RetentionScreen.tsx')).RetentionScreen,
}));
const AppointmentsScreen = lazy(async () => ({
  default: (await import('../features/followUp/AppointmentsScreen.tsx')).AppointmentsScreen,
}));
const WishesScreen = lazy(async () => ({
  default: (await import('../features/followUp/WishesScreen.tsx')).WishesScreen,
}));
const DuplicatesScreen = lazy(async () => ({
  default: (await import('../features/duplicates/DuplicatesScreen.tsx')).DuplicatesScreen,
}));
const CompareScreen = lazy(async () => ({
  default: (await import('../features/duplicates/CompareScreen.tsx')).CompareScreen,
}));
const CasesScreen = lazy(async () => ({
  default: (await import('../features/followUp/CasesScreen.tsx')).CasesScreen,
}));
const AskWhyScreen = lazy(async () => ({
  default: (await import('../features/followUp/AskWhyScreen.tsx')).AskWhyScreen,
}));
const ReportsScreen = lazy(async () => ({
  default: (await import('../features/reports/ReportsScreen.tsx')).ReportsScreen,
}));

const SCREENS: readonly (readonly [Place, ComponentType])[] = [
  ['desk', DeskScreen],
  ['customers', CustomersScreen],
  ['appointments', AppointmentsScreen],
  ['wishes', WishesScreen],
  ['duplicates', DuplicatesScreen],
  ['opinions', OpinionsScreen],
  ['cases', CasesScreen],
  ['askWhy', AskWhyScreen],
  ['retention', RetentionScreen],
  ['import', ImportScreen],
  ['reports', ReportsScreen],
  ['settings', Settings],
];

/** A section of the settings has an address of its own. */
const pathOf = (place: Place): string =>
  place === 'settings' ? `${PLACES.settings}/:section?` : PLACES[place];
const isAt = (location: string, place: Place): boolean =>
  location === PLACES[place] || (place !== 'desk' && location.startsWith(`${PLACES[place]}/`));

export function Shell() {
  const { shop } = useOpenShop();
  const screens = useScreens();
  useListsTakeEscape();
  useEffect(() => {
    document.title = `${shop.name} · Revino`;
  }, [shop.name]);
  return (
    <ImportSessionProvider>
      <TopBar />
      <AppCommands />
      <Suspense fallback={<Waiting />}>
        <Switch>
          {screens.map(([place, Screen]) => (
            <Route key={place} path={pathOf(place)} component={Screen} />
          ))}
          <Route path="/visits/:id/:mode?" component={VisitScreen} />
          {screens.some(([place]) => place === 'duplicates') ? (
            <Route path={`${PLACES.duplicates}/:kept/:merged`} component={CompareScreen} />
          ) : null}
          <Route path={`${PLACES.customers}/:id/:mode?`} component={CardScreen} />
          <Route component={DeskScreen} />
        </Switch>
      </Suspense>
    </ImportSessionProvider>
  );
}

/** Of the role that is signed in: the others answer it nothing. */
const useScreens = (): typeof SCREENS => {
  const role = useRole();
  return SCREENS.filter(([place]) => isForRole(commandOf(place), role));
};

function TopBar() {
  const words = useWords();
  const signedIn = useSignedIn();
  const screens = useScreens();
  const format = useFormat();
  const { shop, today } = useOpenShop();
  const [location] = useLocation();
  /** The others are reached from the tabs of their place. */
  const names: Readonly<Partial<Record<Place, string>>> = {
    desk: words.t('shell.desk'),
    customers: words.t('shell.customers'),
    opinions: words.t('opinions.title'),
    retention: words.t('shell.retention'),
    import: words.t('shell.import'),
    reports: words.t('shell.reports'),
    settings: words.t('shell.settings'),
  };
  return (
    <header className={styles.bar} data-demo={shop.isDemo || undefined}>
      <div className={styles.brand}>
        <BrandMark />
        <span>Revino</span>
      </div>
      <nav className={styles.nav} aria-label={words.t('shell.screens')}>
        {screens.map(([place]) =>
          names[place] === undefined ? null : (
            <Link
              key={place}
              href={PLACES[place]}
              className={styles.item}
              aria-current={isAt(location, place) ? 'page' : undefined}
            >
              {names[place]}
            </Link>
          ),
        )}
      </nav>
      <BackupMark />
      <div className={styles.shop} title={shop.name}>
        {shop.isDemo ? (
          <>
            <span className={styles.demo}>{words.t('shell.demo')}</span>
            {signedIn === null || signedIn.role === 'owner' ? (
              <span className={styles.removeDemo}>
                <RemoveDemo isWord />
              </span>
            ) : null}
          </>
        ) : null}
        {signedIn === null ? (
          <>
            <span className={styles.shopName}>{shop.name}</span>
            <span className={styles.today}>{format.date(today, 'weekday')}</span>
          </>
        ) : (
          <span className={styles.shopName}>
            {words.t('access.signedInAs', { name: signedIn.name, role: roleName(words, signedIn.role) })}
          </span>
        )}
      </div>
      <JobTray />
      {signedIn === null ? null : <LockCommand />}
    </header>
  );
}

function LockCommand() {
  const words = useWords();
  const notices = useNotices();
  const lock = useCommand('access.lock');
  return (
    <Command
      isQuiet
      keys="Mod+L"
      className={styles.lock}
      onClick={() => lock.mutate({}, { onError: (error) => notices.fail(error) })}
    >
      {words.t('access.lock')}
    </Command>
  );
}
