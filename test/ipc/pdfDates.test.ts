/** Two clock times and the browser's name in a PDF: replaced in place, and nothing else touched. */
import { describe, expect, it } from 'vitest';
import { withDatesOf } from '../../src-main/reports/pdfDates.ts';

const CREATOR = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 \\(KHTML, like Gecko\\) Chrome/130';
const pdf = (at: string, creator = CREATOR): Buffer =>
  Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj\n<</Creator (${creator})\n/CreationDate (D:${at})\n/ModDate (D:${at})>>\nendobj\n`,
    ),
    Buffer.from([0x00, 0xff, 0x80, 0x0a, 0xc3, 0x28]),
    Buffer.from('startxref\n123\n%%EOF\n'),
  ]);
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('the dates of a PDF', () => {
  it('are the day it was made on, whenever and wherever that was', () => {
    const made = withDatesOf(pdf("20261122010203+00'00'"), '2026-11-22');
    expect(text(made)).toContain(
      "/CreationDate (D:20261122000000+00'00')\n/ModDate (D:20261122000000+00'00')",
    );
    for (const other of ["20261121235959-05'30'", "20261122173011+02'00'"])
      expect(withDatesOf(pdf(other), '2026-11-22')).toEqual(made);
    expect(withDatesOf(pdf("20261122010203+00'00'"), '2026-11-23')).not.toEqual(made);
  });

  it('change in place: every byte after them stays where it was', () => {
    const before = pdf("20261122010203+02'00'");
    const made = withDatesOf(before, '2026-11-22');
    expect(made.length).toBe(before.length);
    expect(text(made).indexOf('startxref')).toBe(text(before).indexOf('startxref'));
    expect(Buffer.from(made).subarray(-27).equals(before.subarray(-27))).toBe(true);
    expect(text(made)).not.toContain('Linux');
    expect(text(made)).toContain('/Creator (Revino)');
  });

  it('are looked for, not hoped for', () => {
    expect(() => withDatesOf(Buffer.from('%PDF-1.4'), '2026-11-22')).toThrow('no dates');
  });
});
