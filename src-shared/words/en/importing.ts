/** Bringing a file in: why rows are rejected, and the file of rejected rows. */
export const importing = {
  'rejection.missingDate': 'no date',
  'rejection.invalidDate': 'not a date in the stated format, or a day that does not exist',
  'rejection.dateOutOfRange': 'a day still to come, or before 1900',
  'rejection.missingCustomer': 'no customer',
  'rejection.missingAmount': 'no amount',
  'rejection.invalidAmount': 'not an amount in the stated notation or in the shop’s currency',
  'rejection.invalidQuantity': 'not a quantity',
  'rejection.amountOutOfRange': 'an amount too large to be true',
  'rejection.textTooLong': 'a text longer than Revino keeps',
  'rejection.wrongColumnCount': 'too few or too many columns, or a quotation mark that never ends',
  'rejection.undecodable': 'letters that cannot be read in this encoding',
  'rejected.line': 'Line',
  'rejected.reason': 'Reason',
  'rejected.text': 'Row in the file',
} as const;
