/**
 * The sections of the settings, in their order. A feature brings its own section: one row here, and its name in
 * words. Features do not know each other; this is where they meet.
 */
import { lazy } from 'react';
import { SettingsScreen, type SettingsSection } from '../features/settings/SettingsScreen.tsx';
import { ShopSection } from '../features/settings/ShopSection.tsx';

const LockSection = lazy(async () => ({
  default: (await import('../features/settings/LockSection.tsx')).LockSection,
}));
const AppearanceSection = lazy(async () => ({
  default: (await import('../features/settings/AppearanceSection.tsx')).AppearanceSection,
}));
const DataSettings = lazy(async () => ({
  default: (await import('../features/exporting/DataSettings.tsx')).DataSettings,
}));
const BackupSettings = lazy(async () => ({
  default: (await import('../features/backups/BackupSettings.tsx')).BackupSettings,
}));
const AboutSection = lazy(async () => ({
  default: (await import('../features/settings/AboutSection.tsx')).AboutSection,
}));

export const SECTIONS: readonly SettingsSection[] = [
  { id: 'shop', name: (words) => words.t('settings.shop'), Component: ShopSection },
  {
    id: 'lock',
    name: (words) => words.t('settings.protection'),
    Component: LockSection,
    startsGroup: true,
  },
  {
    id: 'appearance',
    name: (words) => words.t('settings.appearance'),
    Component: AppearanceSection,
    startsGroup: true,
  },
  { id: 'data', name: (words) => words.t('data.section'), Component: DataSettings },
  { id: 'backups', name: (words) => words.t('backups.title'), Component: BackupSettings },
  { id: 'about', name: (words) => words.t('settings.about'), Component: AboutSection },
];

export function Settings() {
  return <SettingsScreen sections={SECTIONS} />;
}
