/** Offerings, categories, staff and sources. Writes wait at the gate while an import is writing. */
import type { catalogueContract } from '../../../src-shared/contract/catalogueContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import {
  addUsualOfferings,
  changeOffering,
  createNamed,
  createOffering,
  createSource,
  listCategories,
  listOfferings,
  listSources,
  listStaff,
  removeOrArchive,
  renameNamed,
  renameSource,
  setArchived,
  setRecommendation,
  usualOfferings,
} from '../../services/catalogueService.ts';
import { offeringsSeenBy } from '../../services/deskView.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const catalogueHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
}: Pick<AppServices, 'session' | 'gate' | 'nowMs' | 'dataChanged'>): HandlersFor<
  typeof catalogueContract
> => {
  const db = () => session.shop.db;
  const { write, done } = writingWith({ session, gate, dataChanged });
  return {
    'offering.list': (_input, { role }) => offeringsSeenBy(role, listOfferings(db())),
    'offering.create': ({ name, category }) => write(() => createOffering(db(), name, category, nowMs())),
    'offering.change': ({ offeringId, change }) =>
      done(() => changeOffering(db(), offeringId, change, nowMs())),
    'offering.setArchived': ({ id, isArchived }) =>
      done(() => setArchived(db(), 'offering', id, isArchived, nowMs())),
    'offering.remove': ({ id }) => write(() => removeOrArchive(db(), 'offering', id, nowMs())),
    'offering.usual': () => usualOfferings(db()),
    'offering.addUsual': ({ names }) => write(() => addUsualOfferings(db(), names, nowMs())),

    'category.list': () => listCategories(db()),
    'category.rename': ({ id, name }) => done(() => renameNamed(db(), 'category', id, name, nowMs())),
    'category.setArchived': ({ id, isArchived }) =>
      done(() => setArchived(db(), 'category', id, isArchived, nowMs())),
    'category.remove': ({ id }) => write(() => removeOrArchive(db(), 'category', id, nowMs())),

    'staff.list': () => listStaff(db()),
    'staff.create': ({ name }) => write(() => createNamed(db(), 'staff', name, nowMs())),
    'staff.rename': ({ id, name }) => done(() => renameNamed(db(), 'staff', id, name, nowMs())),
    'staff.setArchived': ({ id, isArchived }) =>
      done(() => setArchived(db(), 'staff', id, isArchived, nowMs())),
    'staff.remove': ({ id }) => write(() => removeOrArchive(db(), 'staff', id, nowMs())),

    'source.list': () => listSources(db()),
    'source.create': ({ name, isRecommendation }) =>
      write(() => createSource(db(), name, isRecommendation, nowMs())),
    'source.rename': ({ id, name }) => write(() => renameSource(db(), id, name, nowMs())),
    'source.setRecommendation': ({ id, isRecommendation }) =>
      done(() => setRecommendation(db(), id, isRecommendation, nowMs())),
    'source.setArchived': ({ id, isArchived }) =>
      done(() => setArchived(db(), 'customer_source', id, isArchived, nowMs())),
    'source.remove': ({ id }) => write(() => removeOrArchive(db(), 'customer_source', id, nowMs())),
  };
};
