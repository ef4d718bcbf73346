/** The shop's own rules, and its surveys. Writes wait at the gate while an import is writing. */
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import type { settingsContract } from '../../../src-shared/contract/settingsContract.ts';
import type { surveyContract } from '../../../src-shared/contract/surveyContract.ts';
import { removeOrArchive, setArchived } from '../../services/catalogueService.ts';
import {
  changeOwnField,
  createOwnField,
  listOwnFields,
  moveOwnField,
  readCostToServe,
  readOpeningDays,
  spendOfYear,
  writeCostToServe,
  writeOpeningDays,
  writeSpend,
} from '../../services/settingsService.ts';
import {
  addUsualSurveys,
  changeQuestion,
  changeSurvey,
  createQuestion,
  createSurvey,
  listSurveys,
  moveQuestion,
  removeQuestion,
  removeSurvey,
  setQuestionArchived,
} from '../../services/surveyService.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const settingsHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
}: Pick<AppServices, 'session' | 'gate' | 'nowMs' | 'dataChanged'>): HandlersFor<
  typeof settingsContract & typeof surveyContract
> => {
  const db = () => session.shop.db;
  const { write, done } = writingWith({ session, gate, dataChanged });
  return {
    'openingDays.read': () => readOpeningDays(db()),
    'openingDays.write': (days) => done(() => writeOpeningDays(db(), days, nowMs())),
    'costs.read': () => readCostToServe(db()),
    'costs.write': (costs) => done(() => writeCostToServe(db(), costs, nowMs())),
    'spend.list': ({ year }) => spendOfYear(db(), year),
    'spend.write': ({ cells }) => done(() => writeSpend(db(), cells, nowMs())),

    'ownField.list': () => listOwnFields(db()),
    'ownField.create': (field) => write(() => createOwnField(db(), field, nowMs())),
    'ownField.change': ({ id, change }) => done(() => changeOwnField(db(), id, change, nowMs())),
    'ownField.move': ({ id, by }) => done(() => moveOwnField(db(), id, by, nowMs())),
    'ownField.setArchived': ({ id, isArchived }) =>
      done(() => setArchived(db(), 'own_field', id, isArchived, nowMs())),
    'ownField.remove': ({ id }) => write(() => removeOrArchive(db(), 'own_field', id, nowMs())),

    'survey.list': () => listSurveys(db()),
    'survey.addUsual': () => write(() => addUsualSurveys(db(), nowMs())),
    'survey.create': ({ name }) => write(() => createSurvey(db(), name, nowMs())),
    'survey.change': ({ id, change }) => done(() => changeSurvey(db(), id, change, nowMs())),
    'survey.setArchived': ({ id, isArchived }) =>
      done(() => setArchived(db(), 'survey', id, isArchived, nowMs())),
    'survey.remove': ({ id }) => write(() => removeSurvey(db(), id, nowMs())),
    'question.create': (question) => write(() => createQuestion(db(), question, nowMs())),
    'question.change': ({ id, change }) => write(() => changeQuestion(db(), id, change, nowMs())),
    'question.move': ({ id, by }) => done(() => moveQuestion(db(), id, by, nowMs())),
    'question.setArchived': ({ id, isArchived }) =>
      done(() => setQuestionArchived(db(), id, isArchived, nowMs())),
    'question.remove': ({ id }) => write(() => removeQuestion(db(), id, nowMs())),
  };
};
