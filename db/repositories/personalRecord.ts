/**
 * Everything that is stored about a person, section by section, in words where the tables hold numbers of other
 * records: what a person is given who asks. Names of other people stay out: only that there is somebody.
 * test/services/privacy looks here for everything that an erasure takes away.
 */
import {
  PERSONAL_SECTIONS,
  type PersonalRow,
  type PersonalSection,
} from '../../src-shared/domain/personalSections.ts';
import type { Database } from '../openDatabase.ts';
import { readCustomer } from './customer.ts';

/** `@cards`: the card and those merged into it. */
const MINE = 'IN (SELECT value FROM json_each(@cards))';
const MY_VISITS = `IN (SELECT id FROM visit WHERE customer_id ${MINE})`;
const MY_OPINIONS = `IN (SELECT id FROM opinion WHERE customer_id ${MINE})`;
const staffName = (column: string) => `(SELECT name FROM staff WHERE staff.id = ${column})`;

const QUERIES: Readonly<Record<PersonalSection, string>> = {
  identity: `SELECT display_name AS name, first_name AS firstName, last_name AS lastName, phone_e164 AS phone, email,
      birthday, card_number AS cardNumber, external_id AS externalId, customer_since AS customerSince, source, locale,
      note, created_at_ms AS createdAtMs, archived_at_ms AS archivedAtMs
    FROM customer WHERE id ${MINE} ORDER BY merged_into_customer_id IS NOT NULL, id`,
  contacts: `SELECT kind, value, label, created_at_ms AS createdAtMs FROM customer_contact WHERE customer_id ${MINE} ORDER BY id`,
  consents: `SELECT channel, purpose, is_given AS isGiven, at_ms AS atMs, evidence, ${staffName('staff_id')} AS staff
    FROM customer_consent WHERE customer_id ${MINE} ORDER BY id`,
  preferences: `SELECT kind, text, created_at_ms AS createdAtMs FROM customer_preference WHERE customer_id ${MINE} ORDER BY id`,
  tags: `SELECT DISTINCT tag.name AS name FROM customer_tag JOIN tag ON tag.id = tag_id WHERE customer_id ${MINE} ORDER BY tag.name`,
  ownFields: `SELECT own_field.name AS field, value FROM customer_own_value JOIN own_field ON own_field.id = own_field_id
    WHERE customer_id ${MINE} ORDER BY position`,
  household: `SELECT count(*) - 1 AS others FROM customer WHERE household_id IN (
      SELECT household_id FROM customer WHERE id ${MINE}) GROUP BY household_id`,
  recommendations: `SELECT (SELECT count(*) FROM customer WHERE id ${MINE} AND recommended_by_customer_id IS NOT NULL) AS cameThroughSomebody,
      (SELECT count(*) FROM customer WHERE recommended_by_customer_id ${MINE}) AS broughtOthers`,
  visits: `SELECT id AS visit, business_date AS date, occurred_at_ms AS atMs, receipt, note, source, created_at_ms AS createdAtMs,
      cancelled_at_ms AS cancelledAtMs, cancel_reason AS cancelReason, ${staffName('staff_id')} AS staff
    FROM visit WHERE customer_id ${MINE} ORDER BY business_date, id`,
  visitLines: `SELECT visit_id AS visit, offering.name AS offering, category.name AS category,
      quantity_thousandths AS quantityThousandths, amount_minor AS amountMinor, discount_minor AS discountMinor,
      ${staffName('visit_line.staff_id')} AS staff, benefit_plan.name AS paidWith
    FROM visit_line LEFT JOIN offering ON offering.id = offering_id
      LEFT JOIN category ON category.id = coalesce(visit_line.category_id, offering.category_id)
      LEFT JOIN benefit ON benefit.id = benefit_id LEFT JOIN benefit_plan ON benefit_plan.id = plan_id
    WHERE visit_id ${MY_VISITS} ORDER BY visit_id, visit_line.id`,
  visitFields: `SELECT visit_id AS visit, own_field.name AS field, value FROM visit_own_value
      JOIN own_field ON own_field.id = own_field_id WHERE visit_id ${MY_VISITS} ORDER BY visit_id, position`,
  opinions: `SELECT opinion.id AS opinion, visit_id AS visit, business_date AS date, at_ms AS atMs, nps, csat, ces, comment,
      channel, survey.name AS survey, ${staffName('staff_id')} AS staff
    FROM opinion LEFT JOIN survey ON survey.id = survey_id WHERE customer_id ${MINE} ORDER BY business_date, opinion.id`,
  answers: `SELECT opinion_id AS opinion, wording AS question, choice, text FROM opinion_answer
      JOIN survey_question ON survey_question.id = question_id WHERE opinion_id ${MY_OPINIONS} ORDER BY opinion_id, position`,
  appointments: `SELECT on_date AS date, at_minute AS minuteOfDay, offering.name AS offering, ${staffName('staff_id')} AS staff,
      note, outcome, appointment.created_at_ms AS createdAtMs, ended_at_ms AS endedAtMs
    FROM appointment LEFT JOIN offering ON offering.id = offering_id WHERE customer_id ${MINE} ORDER BY on_date, appointment.id`,
  promises: `SELECT text, due_on AS dueOn, ${staffName('staff_id')} AS staff, created_at_ms AS createdAtMs, outcome,
      ended_at_ms AS endedAtMs FROM promise WHERE customer_id ${MINE} ORDER BY id`,
  gestures: `SELECT on_date AS date, gesture_kind.name AS gesture, gesture.cost_minor AS costMinor, reason,
      ${staffName('staff_id')} AS staff, cancelled_at_ms AS cancelledAtMs
    FROM gesture JOIN gesture_kind ON gesture_kind.id = kind_id WHERE customer_id ${MINE} ORDER BY on_date, gesture.id`,
  cases: `SELECT opened_on AS openedOn, origin, text, due_on AS dueOn, ${staffName('staff_id')} AS staff, closed_on AS closedOn,
      solution FROM open_case WHERE customer_id ${MINE} OR visit_id ${MY_VISITS} OR opinion_id ${MY_OPINIONS} ORDER BY opened_on, id`,
  wishes: `SELECT wished_on AS wishedOn, text, solution, solved_on AS solvedOn, told_on AS toldOn, came_visit_id AS visit,
      ${staffName('staff_id')} AS staff, ${staffName('told_by_staff_id')} AS toldBy, dropped_at_ms AS droppedAtMs
    FROM wish WHERE customer_id ${MINE} ORDER BY wished_on, id`,
  lapseAnswers: `SELECT asked_on AS askedOn, reason, text, ${staffName('staff_id')} AS staff
    FROM lapse_answer WHERE customer_id ${MINE} ORDER BY asked_on, id`,
  benefits: `SELECT benefit.id AS benefit, benefit_plan.name AS plan, kind, code, starts_on AS startsOn, ends_on AS endsOn,
      cancelled_at_ms AS cancelledAtMs, coalesce((SELECT sum(amount) FROM benefit_entry WHERE benefit_id = benefit.id), 0) AS balance
    FROM benefit JOIN benefit_plan ON benefit_plan.id = plan_id WHERE customer_id ${MINE} ORDER BY benefit.id`,
  benefitEntries: `SELECT benefit_id AS benefit, move, amount, on_date AS date, at_ms AS atMs, expires_on AS expiresOn,
      visit_id AS visit, ${staffName('staff_id')} AS staff
    FROM benefit_entry WHERE benefit_id IN (SELECT id FROM benefit WHERE customer_id ${MINE}) ORDER BY benefit_entry.id`,
  changes: `SELECT at_ms AS atMs, action, subject, fields, reason, ${staffName('staff_id')} AS staff FROM change_log
    WHERE (subject = 'customer' AND record_id ${MINE}) OR (subject = 'visit' AND record_id ${MY_VISITS})
      OR (subject = 'opinion' AND record_id ${MY_OPINIONS}) ORDER BY id`,
  imports: `SELECT DISTINCT file_name AS file, started_at_ms AS atMs FROM import_batch WHERE id IN (
      SELECT import_batch_id FROM customer WHERE id ${MINE}
      UNION SELECT import_batch_id FROM visit WHERE customer_id ${MINE}
      UNION SELECT import_batch_id FROM opinion WHERE customer_id ${MINE}
      UNION SELECT import_batch_id FROM import_change WHERE subject = 'customer' AND record_id ${MINE}) ORDER BY id`,
  merges: `SELECT at_ms AS atMs, undone_at_ms AS undoneAtMs, ${staffName('staff_id')} AS staff FROM customer_merge
    WHERE kept_customer_id ${MINE} ORDER BY id`,
  privacyActs: `SELECT at_ms AS atMs, act, details, ${staffName('staff_id')} AS staff FROM privacy_act WHERE customer_id ${MINE} ORDER BY id`,
};

/** Sections without a row are there too, empty. @throws RevinoError `customer.notFound` */
export function readPersonalRecord(
  db: Database,
  customerId: number,
): Record<PersonalSection, readonly PersonalRow[]> {
  readCustomer(db, customerId);
  const merged = db.sqlite
    .prepare('SELECT id FROM customer WHERE merged_into_customer_id = ?')
    .all(customerId) as { id: number }[];
  const cards = JSON.stringify([customerId, ...merged.map(({ id }) => id)]);
  const read = (section: PersonalSection) =>
    db.sqlite.prepare(QUERIES[section]).all({ cards }) as PersonalRow[];
  const sections = PERSONAL_SECTIONS.map((section) => [section, read(section)] as const);
  return Object.fromEntries(sections) as unknown as Record<PersonalSection, readonly PersonalRow[]>;
}
