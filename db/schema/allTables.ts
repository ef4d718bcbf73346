/** Every table there is, in the order a reader would want them; test/db/schema.test.ts fails on one left out. */
import * as access from './access.ts';
import * as acquisition from './acquisition.ts';
import * as benefit from './benefit.ts';
import * as catalogue from './catalogue.ts';
import * as customer from './customer.ts';
import * as customerDetail from './customerDetail.ts';
import * as followUp from './followUp.ts';
import * as history from './history.ts';
import * as identity from './identity.ts';
import * as imported from './imported.ts';
import * as opinion from './opinion.ts';
import * as shop from './shop.ts';
import * as summary from './summary.ts';
import * as survey from './survey.ts';
import * as visit from './visit.ts';

export const ALL_TABLES = [
  shop.shopTable,
  shop.settingTable,
  shop.shopPictureTable,
  catalogue.staffTable,
  access.staffAccessTable,
  catalogue.categoryTable,
  catalogue.offeringTable,
  acquisition.customerSourceTable,
  acquisition.acquisitionSpendTable,
  customer.householdTable,
  customer.customerTable,
  customer.customerTokenTable,
  customerDetail.customerContactTable,
  customerDetail.customerConsentTable,
  customerDetail.tagTable,
  customerDetail.customerTagTable,
  customerDetail.customerPreferenceTable,
  customerDetail.ownFieldTable,
  customerDetail.customerOwnValueTable,
  customerDetail.visitOwnValueTable,
  visit.visitTable,
  visit.visitLineTable,
  survey.surveyTable,
  survey.surveyQuestionTable,
  opinion.opinionTable,
  opinion.opinionAnswerTable,
  followUp.appointmentTable,
  followUp.promiseTable,
  followUp.gestureKindTable,
  followUp.gestureTable,
  followUp.openCaseTable,
  followUp.wishTable,
  followUp.lapseAnswerTable,
  benefit.benefitPlanTable,
  benefit.benefitPlanOfferingTable,
  benefit.benefitTable,
  benefit.benefitEntryTable,
  identity.customerMergeTable,
  identity.customerMergeRecordTable,
  identity.notDuplicateTable,
  identity.privacyActTable,
  access.savedFilterTable,
  history.changeLogTable,
  history.undoValueTable,
  history.sealedMonthTable,
  imported.importBatchTable,
  imported.importedRowTable,
  imported.importChangeTable,
  imported.importPresetTable,
  summary.customerTotalTable,
  summary.customerMonthTable,
  summary.walkInMonthTable,
] as const;
