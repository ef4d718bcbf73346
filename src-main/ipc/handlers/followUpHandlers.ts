/** The next step with a customer. Writes wait at the gate while an import is writing. */
import type { followUpContract } from '../../../src-shared/contract/followUpContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import {
  appointmentClashes,
  appointmentsAhead,
  appointmentsOfDay,
  editAppointment,
  makeAppointment,
  setAppointmentOutcome,
  unansweredAppointments,
} from '../../services/appointmentService.ts';
import {
  caseBoard,
  closeCase,
  editCase,
  openCase,
  readCaseRules,
  reopenCase,
  writeCaseRules,
} from '../../services/caseService.ts';
import { removeOrArchive, setArchived } from '../../services/catalogueService.ts';
import { todayIn } from '../../services/followUpParts.ts';
import { customerFollowUp, setRecommendedBy } from '../../services/followUpService.ts';
import {
  cancelGesture,
  changeGestureKind,
  createGestureKind,
  gestureChoices,
  gestureKinds,
  giveGesture,
  readGestureBudget,
  writeGestureBudget,
} from '../../services/gestureService.ts';
import { answerLapse, lapseAnswers, shownAskList } from '../../services/lapseService.ts';
import { phoneBookOf } from '../../services/phoneBook.ts';
import { duePromises, editPromise, makePromise, setPromiseOutcome } from '../../services/promiseService.ts';
import {
  editWish,
  listWishes,
  makeWish,
  setWishDropped,
  solveWish,
  stepWishBack,
  tellWish,
} from '../../services/wishService.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const followUpHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
  analytics,
}: AppServices): HandlersFor<typeof followUpContract> => {
  const db = () => session.shop.db;
  const phones = () => phoneBookOf(db());
  const { write, done } = writingWith({ session, gate, dataChanged });
  return {
    'appointment.make': (input) => write((shop) => makeAppointment(shop, input, nowMs())),
    'appointment.edit': (input) => write((shop) => editAppointment(shop, input, nowMs())),
    'appointment.setOutcome': (input) => write((shop) => setAppointmentOutcome(shop, input, nowMs())),
    'appointment.clashes': (input) => appointmentClashes(db(), input),
    'appointment.ofDay': async (input) => appointmentsOfDay(db(), input, await phones(), nowMs()),
    'appointment.unanswered': async () => unansweredAppointments(db(), await phones(), nowMs()),
    'appointment.ahead': async () => appointmentsAhead(db(), await phones(), nowMs()),

    'promise.make': (input) => write((shop) => makePromise(shop, input, nowMs())),
    'promise.edit': (input) => write((shop) => editPromise(shop, input, nowMs())),
    'promise.setOutcome': (input) => write((shop) => setPromiseOutcome(shop, input, nowMs())),
    'promise.due': () => duePromises(db(), nowMs()),

    'gesture.choices': (_input, { role }) => gestureChoices(db(), role ?? 'desk', nowMs()),
    'gesture.give': (input, { role }) => write((shop) => giveGesture(shop, input, role ?? 'desk', nowMs())),
    'gesture.cancel': (input) => write((shop) => cancelGesture(shop, input, nowMs())),
    'gestureKind.list': () => gestureKinds(db()),
    'gestureKind.create': (input) => write((shop) => createGestureKind(shop, input, nowMs())),
    'gestureKind.change': (input) => done((shop) => changeGestureKind(shop, input, nowMs())),
    'gestureKind.setArchived': ({ id, isArchived }) =>
      done((shop) => setArchived(shop, 'gesture_kind', id, isArchived, nowMs())),
    'gestureKind.remove': ({ id }) => write((shop) => removeOrArchive(shop, 'gesture_kind', id, nowMs())),
    'gestureBudget.read': () => readGestureBudget(db()),
    'gestureBudget.write': (budget) => done((shop) => writeGestureBudget(shop, budget, nowMs())),

    'case.open': (input) => write((shop) => openCase(shop, input, nowMs())),
    'case.edit': (input) => write((shop) => editCase(shop, input, nowMs())),
    'case.close': (input) => write((shop) => closeCase(shop, input, nowMs())),
    'case.reopen': (input) => write((shop) => reopenCase(shop, input, nowMs())),
    'case.board': (input) => caseBoard(db(), input, nowMs()),
    'caseRules.read': () => readCaseRules(db()),
    'caseRules.write': (rules) => done((shop) => writeCaseRules(shop, rules, nowMs())),

    'wish.make': (input) => write((shop) => makeWish(shop, input, nowMs())),
    'wish.edit': (input) => write((shop) => editWish(shop, input, nowMs())),
    'wish.solve': (input) => write((shop) => solveWish(shop, input, nowMs())),
    'wish.tell': (input) => write((shop) => tellWish(shop, input, nowMs())),
    'wish.stepBack': (input) => write((shop) => stepWishBack(shop, input, nowMs())),
    'wish.setDropped': (input) => write((shop) => setWishDropped(shop, input, nowMs())),
    'wish.list': async (input) => listWishes(db(), input, await phones()),

    'lapse.toAsk': async () =>
      shownAskList(await analytics().ask('askList', { asOf: todayIn(db(), nowMs()) }), await phones()),
    'lapse.answer': (input) => write((shop) => answerLapse(shop, input, nowMs())),
    'lapse.answers': (input) => lapseAnswers(db(), input),

    'customer.followUp': async (input) => customerFollowUp(db(), input, await phones(), nowMs()),
    'customer.setRecommendedBy': (input) => write((shop) => setRecommendedBy(shop, input, nowMs())),
  };
};
