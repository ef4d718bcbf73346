import { describe, expect, it } from 'vitest';
import { isOpenOn } from '../../../src-shared/domain/openingDays.ts';

describe('a day', () => {
  const shop = { weekdays: [true, true, true, true, true, true, false], closedDates: ['2026-12-25'] };

  it('is closed by its weekday or by its date', () => {
    // A Sunday, a Monday, and Christmas on a Friday.
    expect(
      ['2026-11-22', '2026-11-23', '2026-12-25', '2026-12-24'].map((day) => isOpenOn(day, shop)),
    ).toEqual([false, true, false, true]);
  });
});
