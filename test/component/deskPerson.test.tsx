/** The person at the desk: what is said at once, and what is agreed for the next time. */
import { screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedFirst } from '../../src-renderer/features/desk/expected.ts';
import { gestureText } from '../../src-renderer/person/gestureText.ts';
import { agoText, everyText, inText, rhythmSentence } from '../../src-renderer/person/rhythmText.ts';
import { stripLayout } from '../../src-renderer/person/stripLayout.ts';
import { draftOfUsual, readLine } from '../../src-renderer/visitForm/visitDraft.ts';
import type { Appointment } from '../../src-shared/contract/appointmentContract.ts';
import type { Glance, ShownRhythm } from '../../src-shared/contract/glanceContract.ts';
import { LOCALES } from '../../src-shared/contract/values.ts';
import { isoOfDay } from '../../src-shared/domain/calendar.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { exampleCustomers, exampleVisits } from './exampleShop.ts';
import { readyState } from './memoryBridge.ts';
import { openApp } from './render.tsx';

const RHYTHM: ShownRhythm = {
  state: 'overdue',
  everyDays: 35,
  daysSince: 62,
  overdueDays: 9,
  boundDays: 53,
  ownGaps: 6,
  isPlanned: false,
  isErratic: false,
};
const booked = (
  appointmentId: number,
  atMinute: number | null,
  more: Partial<Appointment> = {},
): Appointment => ({
  appointmentId,
  customer: { customerId: appointmentId, name: exampleCustomers[appointmentId - 1]?.name ?? 'Nobody' },
  phone: null,
  onDate: '2026-11-17',
  atMinute,
  offeringId: null,
  offering: 'Colour',
  staffId: null,
  staff: null,
  note: null,
  outcome: null,
  visitId: null,
  ...more,
});

const openDesk = (change = {}) =>
  openApp({
    state: readyState({ locale: 'en' }),
    customers: [...exampleCustomers],
    visits: [...exampleVisits],
    ...change,
  });

const KNOWN: Partial<Glance> = {
  rhythm: RHYTHM,
  recentDays: ['2026-07-09', '2026-08-12', '2026-09-16'],
  suggestedNextOn: '2026-12-22',
  usual: {
    staffId: null,
    lines: [
      {
        offeringName: 'Colour',
        quantityThousandths: 1000,
        amountMinor: 24_000,
        discountMinor: null,
        staffId: null,
      },
      {
        offeringName: 'Cut',
        quantityThousandths: 2000,
        amountMinor: 15_000,
        discountMinor: 1000,
        staffId: null,
      },
    ],
  },
  cases: [
    { caseId: 4, text: 'The colour faded', openedOn: '2026-11-12', dueOn: '2026-11-19', staff: 'Ania' },
  ],
  hasOpenCase: true,
  promises: [{ promiseId: 8, text: 'Free correction', dueOn: null, madeOn: '2026-11-12', staff: 'Ania' }],
  preferences: [
    { kind: 'warning', text: 'Allergic to PPD' },
    { kind: 'preference', text: 'Oat milk' },
  ],
  value: { kind: 'band', band: 'topTenth' },
  consents: [{ purpose: 'reminders', channel: 'sms' }],
  gesture: { reason: 'openCase', count: 0 },
};

describe('how somebody comes, in words', () => {
  const said = (locale: (typeof LOCALES)[number], change: Partial<ShownRhythm>, occasions = 7) =>
    rhythmSentence(wordsFor(locale), {
      occasions,
      rhythm: { ...RHYTHM, ...change },
      daysSince: change.daysSince ?? RHYTHM.daysSince,
    });

  it.each([
    ['en', {}, 'Usually every 5 weeks, <b>9 days overdue</b>'],
    ['pl', {}, 'Zwykle co 5 tygodni, <b>9 dni po terminie</b>'],
    ['ro', {}, 'De obicei la 5 săptămâni, <b>9 zile întârziere</b>'],
    ['pl', { overdueDays: 1 }, 'Zwykle co 5 tygodni, <b>1 dzień po terminie</b>'],
    ['ro', { overdueDays: 21 }, 'De obicei la 5 săptămâni, <b>21 de zile întârziere</b>'],
    ['en', { state: 'onTime', daysSince: 3 }, 'Usually every 5 weeks, <b>in their rhythm</b>'],
    ['en', { state: 'onTime', daysSince: 0 }, 'Usually every 5 weeks, <b>came today</b>'],
    ['en', { state: 'due' }, 'Usually every 5 weeks, <b>time for a visit</b>'],
    ['en', { state: 'lapsed', daysSince: 280 }, 'Usually every 5 weeks, <b>last here 9 months ago</b>'],
    ['pl', { state: 'lapsed', daysSince: 280 }, 'Zwykle co 5 tygodni, <b>ostatnio 9 miesięcy temu</b>'],
    ['en', { isErratic: true }, 'Irregularly, about every 5 weeks, <b>9 days overdue</b>'],
    ['en', { isPlanned: true, everyDays: 182 }, 'By plan every 6 months, <b>9 days overdue</b>'],
    ['en', { ownGaps: 1 }, 'About every 5 weeks so far, <b>9 days overdue</b>'],
    ['en', { everyDays: 7 }, 'Usually every week, <b>9 days overdue</b>'],
    ['pl', { everyDays: 1 }, 'Zwykle codziennie, <b>9 dni po terminie</b>'],
    ['ro', { everyDays: 21 }, 'De obicei la 3 săptămâni, <b>9 zile întârziere</b>'],
    ['en', { everyDays: 365 }, 'Usually every year, <b>9 days overdue</b>'],
  ] as const)('%s: %o', (locale, change, expected) => {
    expect(said(locale, change)).toBe(expected);
  });

  it('has its own words for nobody, one visit and no rhythm', () => {
    const words = wordsFor('en');
    expect(rhythmSentence(words, { occasions: 0, rhythm: null, daysSince: null })).toBe('No visit yet');
    expect(rhythmSentence(words, { occasions: 1, rhythm: RHYTHM, daysSince: 24 })).toBe(
      'One visit, <b>24 days ago</b>',
    );
    expect(rhythmSentence(words, { occasions: 1, rhythm: RHYTHM, daysSince: 0 })).toBe(
      '<b>First visit, today</b>',
    );
    expect(rhythmSentence(words, { occasions: 4, rhythm: null, daysSince: 1 })).toBe(
      '4 visits, the last one <b>yesterday</b>',
    );
  });

  it('says any span and any gesture in every language, without a place left open', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.constantFrom(...LOCALES), (days, locale) => {
        const words = wordsFor(locale);
        for (const text of [everyText(words, days), agoText(words, days), inText(words, days)])
          expect(text).not.toMatch(/[{}]|undefined|NaN/);
      }),
    );
    for (const locale of LOCALES)
      for (const reason of ['birthday', 'roundVisit', 'cardNearlyFull', 'longAbsent'] as const)
        for (const count of [-3, -1, 0, 1, 2, 5, 22])
          expect(gestureText(wordsFor(locale), { reason, count })).not.toMatch(/[{}]/);
  });
});

describe('the line of visits', () => {
  it('keeps its order and stays inside, whatever the gaps are', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        gaps,
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 1, max: 400 }),
        (list, since, every) => {
          let day = 18_000;
          const days = [day, ...list.map((gap) => (day += gap))].map(isoOfDay);
          const rhythm = {
            ...RHYTHM,
            everyDays: every,
            boundDays: Math.floor(every * 1.5),
            daysSince: since,
          };
          const layout = stripLayout(days, rhythm, isoOfDay(day + since))!;
          const places = layout.visits.map(({ at }) => at);
          expect([...places].sort((a, b) => a - b)).toEqual(places);
          const last = places.at(-1)!;
          for (const at of [...places, layout.todayAt, layout.dueAt!, layout.boundAt ?? layout.dueAt!]) {
            expect(at).toBeGreaterThanOrEqual(0);
            expect(at).toBeLessThanOrEqual(1);
          }
          expect(layout.dueAt).toBeGreaterThan(last);
          expect(layout.todayAt).toBeGreaterThanOrEqual(last);
        },
      ),
    );
    expect(stripLayout(['2026-01-01'], RHYTHM, '2026-02-01')).toBeNull();
    expect(stripLayout(['2026-01-01', '2026-02-01'], null, '2026-02-03')).toBeNull();
  });
});

describe('who is expected', () => {
  it('is told by time, those without one after, those whose time is over last', () => {
    const order = expectedFirst(
      [
        booked(1, 540),
        booked(2, null),
        booked(3, 700),
        booked(4, 640),
        booked(5, 660, { outcome: 'came' }),
        booked(6, 600),
      ],
      660,
    ).map(({ appointmentId }) => appointmentId);
    expect(order).toEqual([4, 3, 2, 1, 6]);
  });
});

describe('as the last time', () => {
  it('comes to the same lines, whatever was paid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e7 }),
        fc.constantFrom(1000, 2000, 500, 333),
        fc.constantFrom(...LOCALES),
        (amountMinor, quantityThousandths, locale) => {
          const line = {
            offeringName: 'Colour',
            quantityThousandths,
            amountMinor,
            discountMinor: null,
            staffId: 3,
          };
          const writing = { currency: 'PLN', locale };
          const { lines } = draftOfUsual({ staffId: 2, lines: [line] }, writing);
          expect(readLine(lines[0]!, true, writing)).toMatchObject({
            amountMinor,
            offeringName: 'Colour',
            staffId: 3,
          });
        },
      ),
    );
  });
});

describe('the person at the desk', () => {
  it('is seen whole, and nothing has to be opened for it', async () => {
    const { user, memory } = openDesk({ glances: { 1: KNOWN } });
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('agnieszka');
    await screen.findByRole('option', {
      name: /Agnieszka Kowalska, .*Usually every 5 weeks, 9 days overdue, Open case/,
    });
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Agnieszka Kowalska' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Amount, PLN'));
    for (const text of [
      '9 days overdue',
      'The colour faded',
      'Free correction',
      'Allergic to PPD',
      'Oat milk',
      '10 in 100',
      'SMS',
    ])
      expect(await screen.findByText(text), text).toBeTruthy();
    expect(screen.getByText(/Ask first how things are/)).toBeTruthy();
    expect(memory.callsOf('customer.glance')).toEqual([{ customerId: 1 }]);
    // A promise that was kept is said so, with a way back.
    await user.click(screen.getByRole('button', { name: 'Done: Free correction' }));
    expect(await screen.findByText('Promise kept: Agnieszka Kowalska.')).toBeTruthy();
    expect(memory.callsOf('promise.setOutcome')).toEqual([{ promiseId: 8, outcome: 'kept' }]);
  });

  it('as the last time, with the next visit, a promise and a gesture within the budget, in one call', async () => {
    const { user, memory } = openDesk({
      glances: { 1: KNOWN },
      formParts: {
        staff: [],
        offerings: [{ offeringId: 5, name: 'Colour', category: null, priceMinor: 20_000 }],
        ownFields: [],
        sealedMonths: [],
      },
    });
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('agnieszka');
    await screen.findByRole('option', { name: /Agnieszka/ });
    // Quicker than the answer: what was asked for comes when it is there.
    await user.keyboard('{Enter}{Control>}r{/Control}');
    await waitFor(() => expect(screen.getByLabelText('Amount, PLN')).toHaveProperty('value', '240.00'));
    expect(screen.getByText('390.00', { exact: false })).toBeTruthy();
    await user.keyboard('{Control>}t{/Control}');
    const when = await screen.findByLabelText('When they come next');
    await waitFor(() => expect(when).toHaveProperty('value', '22.12.'));
    expect(screen.getByText(/^Tue,? 22 Dec$/)).toBeTruthy();
    await user.clear(when);
    await user.type(when, 'soon{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/This is not a day ahead/)).toBeTruthy();
    expect(memory.callsOf('visit.record')).toEqual([]);
    await user.clear(when);
    await user.type(when, 'in 5 weeks 14:30{Control>}p{/Control}');
    await user.keyboard('The new colours{Control>}b{/Control}');
    expect(await screen.findByText(/800 left this month/)).toBeTruthy();
    await user.keyboard('{ArrowDown}');
    const mask = screen.getByRole('option', { name: /Mask/, hidden: true });
    expect(mask.getAttribute('data-combobox-disabled')).toBe('true');
    await user.click(screen.getByRole('option', { name: /Hand cream/, hidden: true }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(memory.callsOf('visit.record')).toMatchObject([
        {
          customerId: 1,
          lines: [
            { offeringName: 'Colour', amountMinor: 24_000 },
            { offeringName: 'Cut', amountMinor: 15_000, quantityThousandths: 2000, discountMinor: 1000 },
          ],
          next: {
            appointment: { onDate: '2026-12-22', atMinute: 870 },
            promise: { text: 'The new colours', dueOn: null },
            gesture: { kindId: 3, reason: null },
          },
        },
      ]),
    );
    expect(
      await screen.findByText(/Visit recorded: Agnieszka Kowalska, .* Next: Tue,? 22 Dec\./),
    ).toBeTruthy();
  });

  it('says what is wrong with what is known, and the visit can be recorded all the same', async () => {
    const { user, memory } = openDesk();
    await screen.findByRole('combobox', { name: 'Who is here?' });
    await user.keyboard('marek');
    await screen.findByRole('option', { name: /Marek Kowalski/ });
    memory.refuseNext('customer.glance', 'internal');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('alert')).toBeTruthy();
    await user.keyboard('60{Enter}');
    await waitFor(() =>
      expect(memory.callsOf('visit.record')).toMatchObject([{ customerId: 3, next: null }]),
    );
  });
});

describe('today', () => {
  it('says who is expected; the arrows move there and back, Enter opens; did they come is answered', async () => {
    const appointments = [booked(1, null), booked(2, null), booked(3, 540, { outcome: 'came' })];
    const { user, memory } = openDesk({
      appointments,
      unanswered: [booked(4, 600, { onDate: '2026-11-16' })],
      glances: { 2: { hasOpenCase: true } },
    });
    const box = await screen.findByRole('combobox', { name: 'Who is here?' });
    const today = screen.getByRole('complementary', { name: 'Today' });
    const sentence = (await within(today).findByText(/booked:/)).textContent;
    expect(sentence?.replaceAll('\u00a0', ' ')).toBe(
      '3 booked: 1 came, 2 still expected. One visit to finish.',
    );
    expect(within(today).getByText('open case')).toBeTruthy();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Joanna Kowalska-Nowak');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(box);
    await user.click(within(today).getByRole('button', { name: 'Did not come: Zofia Kowalska' }));
    expect(await screen.findByText('Noted that they did not come: Zofia Kowalska.')).toBeTruthy();
    expect(memory.callsOf('appointment.setOutcome')).toEqual([{ appointmentId: 4, outcome: 'missed' }]);
    box.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Agnieszka Kowalska' })).toBeTruthy();
  });

  it('teaches before there is anything', async () => {
    openDesk({ visits: [] });
    expect(await screen.findByText(/Agree on the next visit while you record one/)).toBeTruthy();
  });
});
