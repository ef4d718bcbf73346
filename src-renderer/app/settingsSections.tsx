/**
 * The sections of the settings, in their order. A feature brings its own section: one row here, and its name in
 * words. Features do not know each other; this is where they meet.
 */
import { lazy } from 'react';
import type { Role } from '../../src-shared/domain/closedLists.ts';
import { useRole } from '../api/access.tsx';
import { SettingsScreen, type SettingsSection } from '../features/settings/SettingsScreen.tsx';
import { ShopSection } from '../features/settings/ShopSection.tsx';

const OfferingsSection = lazy(async () => ({
  default: (await import('../features/catalogue/OfferingsSection.tsx')).OfferingsSection,
}));
const StaffSection = lazy(async () => ({
  default: (await import('../features/catalogue/StaffSection.tsx')).StaffSection,
}));
const AccessSection = lazy(async () => ({
  default: (await import('../features/access/AccessSection.tsx')).AccessSection,
}));
const SourcesSection = lazy(async () => ({
  default: (await import('../features/catalogue/SourcesSection.tsx')).SourcesSection,
}));
const TagsSection = lazy(async () => ({
  default: (await import('../features/catalogue/TagsSection.tsx')).TagsSection,
}));
const SpendSection = lazy(async () => ({
  default: (await import('../features/settings/SpendSection.tsx')).SpendSection,
}));
const CostsSection = lazy(async () => ({
  default: (await import('../features/settings/CostsSection.tsx')).CostsSection,
}));
const OwnFieldsSection = lazy(async () => ({
  default: (await import('../features/settings/OwnFieldsSection.tsx')).OwnFieldsSection,
}));
const SurveysSection = lazy(async () => ({
  default: (await import('../features/surveys/SurveysSection.tsx')).SurveysSection,
}));
const FollowUpSection = lazy(async () => ({
  default: (await import('../features/catalogue/FollowUpSection.tsx')).FollowUpSection,
}));
const BenefitsSection = lazy(async () => ({
  default: (await import('../features/benefits/BenefitsSection.tsx')).BenefitsSection,
}));
const PresetsSection = lazy(async () => ({
  default: (await import('../features/settings/PresetsSection.tsx')).PresetsSection,
}));
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

const PrivacySection = lazy(async () => ({
  default: (await import('../features/privacy/PrivacySection.tsx')).PrivacySection,
}));

const OWNER: readonly Role[] = ['owner'];
const LEADERS: readonly Role[] = ['owner', 'manager'];

export const SECTIONS: readonly SettingsSection[] = [
  { id: 'shop', roles: OWNER, name: (words) => words.t('settings.shop'), Component: ShopSection },
  {
    id: 'offerings',
    roles: LEADERS,
    name: (words) => words.t('catalogue.offerings'),
    Component: OfferingsSection,
    isWide: true,
  },
  { id: 'staff', roles: OWNER, name: (words) => words.t('catalogue.staff'), Component: StaffSection },
  { id: 'access', name: (words) => words.t('access.section'), Component: AccessSection },
  {
    id: 'sources',
    roles: LEADERS,
    name: (words) => words.t('catalogue.sources'),
    Component: SourcesSection,
    startsGroup: true,
  },
  { id: 'tags', roles: LEADERS, name: (words) => words.t('catalogue.tags'), Component: TagsSection },
  {
    id: 'spend',
    roles: OWNER,
    name: (words) => words.t('settings.spend'),
    Component: SpendSection,
    isWide: true,
  },
  { id: 'costs', roles: OWNER, name: (words) => words.t('settings.costs'), Component: CostsSection },
  { id: 'fields', roles: LEADERS, name: (words) => words.t('settings.fields'), Component: OwnFieldsSection },
  {
    id: 'reasons',
    name: (words) => words.t('benefits.title'),
    Component: BenefitsSection,
    roles: ['owner', 'manager'],
  },
  { id: 'surveys', roles: LEADERS, name: (words) => words.t('settings.surveys'), Component: SurveysSection },
  {
    id: 'gestures',
    roles: LEADERS,
    name: (words) => words.t('settings.followUp'),
    Component: FollowUpSection,
  },
  {
    id: 'lock',
    roles: OWNER,
    name: (words) => words.t('settings.protection'),
    Component: LockSection,
    startsGroup: true,
  },
  { id: 'backups', roles: OWNER, name: (words) => words.t('backups.title'), Component: BackupSettings },
  { id: 'data', roles: OWNER, name: (words) => words.t('data.section'), Component: DataSettings },
  {
    id: 'privacy',
    roles: LEADERS,
    name: (words) => words.t('privacy.section'),
    Component: PrivacySection,
  },
  { id: 'presets', roles: LEADERS, name: (words) => words.t('settings.presets'), Component: PresetsSection },
  {
    id: 'appearance',
    name: (words) => words.t('settings.appearance'),
    Component: AppearanceSection,
    startsGroup: true,
  },
  { id: 'about', name: (words) => words.t('settings.about'), Component: AboutSection },
];

export const sectionsFor = (role: Role): readonly SettingsSection[] =>
  SECTIONS.filter(({ roles }) => roles?.includes(role) ?? true);

export function Settings() {
  return <SettingsScreen sections={sectionsFor(useRole())} />;
}
