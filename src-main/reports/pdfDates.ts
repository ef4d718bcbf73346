/**
 * Makes a PDF the same for the same content and day. Chromium writes two clock times into it and nothing else that
 * differs from one print to the next; both are replaced in place, digit for digit, so that every offset in the file's
 * own table stays true. So is the browser's name for itself, which tells the system it ran on. Looks at bytes and
 * knows nothing of PDF beyond the names in its information dictionary (ISO 32000-1, 7.9.4 and 14.3.3).
 */

const DATE = /(\/(?:CreationDate|ModDate) ?\(D:)\d{14}[+\-Z]\d{2}'\d{2}/g;
/** A text in parentheses, which may hold pairs of them. */
const CREATOR = /\/Creator ?\((?:[^()\\]|\\.|\([^()]*\))*\)/;
const PROGRAM = '/Creator (Revino)';

/** Both dates become midnight, universal time, of `madeOn` (ISO). Throws where they are not as expected. */
export const withDatesOf = (pdf: Uint8Array, madeOn: string): Uint8Array => {
  // One byte, one character, and back: what is compressed stays as it is.
  const text = Buffer.from(pdf).toString('latin1');
  const midnight = `${madeOn.replaceAll('-', '')}000000+00'00`;
  let dates = 0;
  const made = text
    .replace(DATE, (_whole, name: string) => {
      dates++;
      return `${name}${midnight}`;
    })
    .replace(CREATOR, (whole) => PROGRAM.padEnd(whole.length));
  if (dates !== 2 || made.length !== text.length) throw new Error('The PDF has no dates where they belong.');
  return new Uint8Array(Buffer.from(made, 'latin1'));
};
