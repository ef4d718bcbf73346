/** What is typed into a visit's form, and what it says; what is asked, and where the answers go. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answeredOf,
  answerOfDigit,
  answersOf,
  askedQuestions,
  isAnyLow,
} from '../../src-renderer/opinionForm/askedQuestions.ts';
import { parseTypedAmount } from '../../src-renderer/ui/typedAmount.ts';
import {
  parseTypedDiscount,
  parseTypedQuantity,
  parseTypedTime,
} from '../../src-renderer/visitForm/typedNumbers.ts';
import {
  draftOf,
  emptyLine,
  readLine,
  readMoment,
  readOwnValues,
  writtenLines,
} from '../../src-renderer/visitForm/visitDraft.ts';
import type { Survey } from '../../src-shared/contract/surveyContract.ts';
import { LOCALES } from '../../src-shared/contract/values.ts';
import type { ShownVisit } from '../../src-shared/contract/visitContract.ts';
import { runs } from '../runs.ts';

const PLN = { currency: 'PLN', locale: 'pl' } as const;
const DATE_WORDS = { today: 'dzisiaj', yesterday: 'wczoraj' };

describe('numbers typed at the desk', () => {
  it('three digits behind a mark are thousands only where the language says so', () => {
    expect(parseTypedAmount('1,250', 'PLN', 'en')).toBe(125_000);
    expect(parseTypedAmount('1,250', 'PLN', 'pl')).toBe(125);
    expect(typeof parseTypedAmount('1,255', 'PLN', 'pl')).toBe('string');
    expect(parseTypedAmount('1.250', 'PLN', 'ro')).toBe(125_000);
    expect(parseTypedAmount('1.250', 'PLN', 'en')).toBe(125);
    expect(typeof parseTypedAmount('1.255', 'PLN', 'en')).toBe('string');
  });

  it.each([
    ['1', 1000],
    ['0,5', 500],
    ['0.125', 125],
    ['1,250', 1250],
    ['0', null],
    ['-1', null],
    ['1 000', null],
    ['1,2345', null],
    ['', null],
    ['dwa', null],
  ])('the quantity %j is %j', (typed, thousandths) => expect(parseTypedQuantity(typed)).toBe(thousandths));

  it.each([
    ['', null],
    ['10', { minor: 1000 }],
    ['2,50', { minor: 250 }],
    ['10%', { basisPoints: 1000 }],
    ['12,5 %', { basisPoints: 1250 }],
    ['% 5', { basisPoints: 500 }],
    ['100%', { basisPoints: 10_000 }],
  ])('the discount %j is %j', (typed, discount) =>
    expect(parseTypedDiscount(typed, 'PLN', 'pl')).toEqual(discount),
  );

  it.each(['101%', '-5', '-5%', '%', 'dużo', '1,234%'])('the discount %j is refused', (typed) =>
    expect(typeof parseTypedDiscount(typed, 'PLN', 'pl')).toBe('string'),
  );

  it.each([
    ['9', '09:00'],
    ['9:05', '09:05'],
    ['0905', '09:05'],
    ['14.30', '14:30'],
    ['24:00', null],
    ['9:60', null],
    ['rano', null],
  ])('the time %j is %j', (typed, clock) => expect(parseTypedTime(typed)).toBe(clock));
});

describe('a line of the form', () => {
  const line = (part: object) => ({ ...emptyLine(1), ...part });

  it('says what is wrong with it', () => {
    expect(readLine(line({ price: 'x' }), true, PLN)).toBe('price');
    expect(readLine(line({ price: '12,345' }), true, PLN)).toBe('price');
    expect(readLine(line({ price: '-5' }), true, PLN)).toBe('negative');
    expect(readLine(line({ price: '5', quantity: '0' }), true, PLN)).toBe('quantity');
    expect(readLine(line({ price: '5', discount: '6' }), true, PLN)).toBe('discountTooLarge');
    expect(readLine(line({ offering: 'strzyżenie' }), false, PLN)).toBe('priceMissing');
    expect(readLine(line({ discount: '5' }), true, PLN)).toBe('priceMissing');
  });

  it('alone may wait for its amount; left blank it is no line', () => {
    expect(readLine(line({ offering: 'strzyżenie' }), true, PLN)).toMatchObject({ amountMinor: null });
    expect(writtenLines([line({}), line({ key: 2, price: '5' })]).map(({ key }) => key)).toEqual([2]);
  });

  it('finer prices are for more than one piece', () => {
    expect(readLine(line({ price: '0,335', quantity: '3' }), true, PLN)).toMatchObject({ amountMinor: 101 });
  });

  it('of a recorded visit reads back as exactly what was recorded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.integer({ min: 1, max: 60_000 }),
        fc.option(fc.integer({ min: 1, max: 100_000 })),
        fc.constantFrom(...LOCALES),
        (amountMinor, quantityThousandths, discountMinor, locale) => {
          const visit = {
            lines: [
              {
                lineId: 7,
                offeringName: 'Szampon',
                quantityThousandths,
                amountMinor,
                discountMinor,
                staffId: null,
                benefit: null,
                isRefund: false,
              },
            ],
            ownValues: [],
            date: '2026-11-22',
          } as unknown as ShownVisit;
          const writing = { currency: 'PLN', locale };
          const [drafted] = draftOf(visit, writing).lines;
          expect(readLine(drafted!, true, writing)).toEqual({
            lineId: 7,
            offeringName: 'Szampon',
            quantityThousandths,
            amountMinor,
            discountMinor,
            staffId: null,
            benefitId: null,
          });
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

describe('when it was', () => {
  const read = (date: string, time = '') => readMoment({ date, time }, '2026-11-22', DATE_WORDS);

  it('is today where nothing is typed, and never later', () => {
    expect(read('')).toEqual({ date: '2026-11-22', time: null });
    expect(read('wczoraj', '9')).toEqual({ date: '2026-11-21', time: '09:00' });
    expect(read('1.12.2026')).toBe('future');
    expect(read('1.12.')).toEqual({ date: '2025-12-01', time: null });
    expect(read('kiedyś')).toBe('date');
    expect(read('', '25')).toBe('time');
  });

  it.each(LOCALES)('a recorded day reads back as itself in %s', (locale) => {
    const visit = { lines: [], ownValues: [], date: '2026-03-05', time: '08:07' } as unknown as ShownVisit;
    const { date, time } = draftOf(visit, { currency: 'PLN', locale });
    expect(readMoment({ date, time }, '2026-11-22', DATE_WORDS)).toEqual({
      date: '2026-03-05',
      time: '08:07',
    });
  });

  it('own values are kept in one form', () => {
    const kinds = new Map([
      [1, 'number'],
      [2, 'date'],
      [3, 'text'],
    ]);
    expect(readOwnValues({ 1: '−1,5', 2: '5.3.', 3: ' x ' }, kinds, '2026-11-22', DATE_WORDS)).toEqual([
      { fieldId: 1, value: '-1.5' },
      { fieldId: 2, value: '2026-03-05' },
      { fieldId: 3, value: 'x' },
    ]);
    expect(readOwnValues({ 1: 'dużo' }, kinds, '2026-11-22', DATE_WORDS)).toEqual({ faultOf: 1 });
    expect(readOwnValues({ 1: ' ' }, kinds, '2026-11-22', DATE_WORDS)).toEqual([]);
  });
});

const survey = (kinds: readonly Survey['questions'][number]['kind'][]): Survey => ({
  surveyId: 1,
  name: 'Po wizycie',
  locales: ['pl'],
  isArchived: false,
  questions: kinds.map((kind, at) => ({
    questionId: 100 + at,
    kind,
    wording: { pl: { text: kind, ...(kind === 'choice' ? { choices: ['tak', 'nie'] } : {}) } },
    isRequired: false,
    isAnswered: false,
    isArchived: false,
  })),
});

describe('what is asked', () => {
  it('the first of each score and the first text lie in the opinion, others are the survey’s own', () => {
    const asked = askedQuestions(survey(['nps', 'csat', 'csat', 'text', 'choice', 'text']), 'pl');
    expect(asked.map(({ key }) => key)).toEqual(['nps', 'csat', '102', 'comment', '104', '105']);
  });

  it('without a survey, and in one without a text, a comment can be left', () => {
    expect(askedQuestions(null, 'ro').map(({ key }) => key)).toEqual(['nps', 'comment']);
    expect(askedQuestions(survey(['ces']), 'pl').map(({ key }) => key)).toEqual(['ces', 'comment']);
  });

  it('a language that is missing falls back to one that is there', () => {
    expect(askedQuestions(survey(['choice']), 'en')[0]).toMatchObject({ choices: ['tak', 'nie'] });
  });

  it('digits answer on the scale of the question', () => {
    const [nps, csat, choice] = askedQuestions(survey(['nps', 'csat', 'choice']), 'pl');
    expect(answerOfDigit(nps!, 0, undefined)).toBe(0);
    expect(answerOfDigit(nps!, 0, 1)).toBe(10);
    expect(answerOfDigit(nps!, 0, 7)).toBe(0);
    expect(answerOfDigit(csat!, 0, undefined)).toBeNull();
    expect(answerOfDigit(csat!, 6, undefined)).toBeNull();
    expect(answerOfDigit(choice!, 2, undefined)).toBe(1);
    expect(answerOfDigit(choice!, 3, undefined)).toBeNull();
  });

  it('what was skipped is not sent, and nothing answered is nothing', () => {
    const asked = askedQuestions(survey(['nps', 'choice', 'text']), 'pl');
    expect(answeredOf(asked, {})).toBeNull();
    expect(answeredOf(asked, { comment: '  ' })).toBeNull();
    const answers = { nps: 4, '101': 1, comment: 'ok' };
    const answered = answeredOf(asked, answers);
    expect(answered).toEqual({
      nps: 4,
      csat: null,
      ces: null,
      comment: 'ok',
      answers: [{ questionId: 101, choice: 1, text: null }],
    });
    expect(answersOf(answered!)).toEqual(answers);
    expect(isAnyLow(asked, answers)).toBe(true);
    expect(isAnyLow(asked, { nps: 7 })).toBe(false);
  });
});
