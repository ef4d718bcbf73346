/**
 * What becomes of each text about a person when they are forgotten. Every text of a table that belongs to a person stands in
 * one of these lists: test/services/privacy fails when a column is added to none.
 */

/** Tables whose rows go. */
export const ERASED_ROWS = [
  'customer_token',
  'customer_contact',
  'customer_consent',
  'customer_preference',
  'customer_tag',
  'customer_own_value',
  'visit_own_value',
  'not_duplicate',
] as const;

/** Texts that are emptied: `''` where the column takes no null. */
export const EMPTIED_TEXTS: Readonly<Record<string, Readonly<Record<string, null | ''>>>> = {
  customer: {
    external_id: null,
    display_name: '',
    first_name: null,
    last_name: null,
    phone_e164: null,
    email: null,
    birthday: null,
    note: null,
    card_number: null,
    locale: null,
  },
  visit: { note: null, cancel_reason: null, receipt: null },
  appointment: { note: null },
  promise: { text: '' },
  gesture: { reason: null },
  open_case: { text: '', solution: null },
  wish: { text: '', solution: null },
  lapse_answer: { text: null },
  benefit: { code: null },
};

/** Emptied by their own rules. */
export const OPINION_TEXTS = ['opinion.comment', 'opinion_answer.text'] as const;

/** Texts that say nothing of who somebody is: days, words of closed lists, names of sources. */
export const ANONYMOUS_TEXTS = [
  'customer.customer_since',
  'customer.source',
  'customer_month.first_date',
  'customer_month.last_date',
  'customer_month.month',
  'customer_total.first_date',
  'customer_total.last_date',
  'visit.business_date',
  'visit.source',
  'opinion.business_date',
  'opinion.channel',
  'appointment.on_date',
  'appointment.outcome',
  'promise.due_on',
  'promise.outcome',
  'gesture.on_date',
  'open_case.closed_on',
  'open_case.due_on',
  'open_case.opened_on',
  'open_case.origin',
  'wish.solved_on',
  'wish.told_on',
  'wish.wished_on',
  'lapse_answer.asked_on',
  'lapse_answer.reason',
  'benefit.ends_on',
  'benefit.starts_on',
  'benefit_entry.expires_on',
  'benefit_entry.move',
  'benefit_entry.on_date',
  'privacy_act.act',
  'privacy_act.details',
] as const;
