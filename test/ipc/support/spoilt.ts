/** Good inputs made bad in one place: what every door is tried with. */

export const BAD: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -1,
  1.5,
  1440,
  999_999,
  1e12,
  2 ** 53,
  1e300,
  Number.NaN,
  '',
  ' ',
  '\0',
  '\ud800',
  '\u200b',
  '\u0301',
  '\u202egnat',
  '__proto__',
  '0000-01-01',
  '0000-01',
  '0001-01-01',
  '9999-12-31',
  '2027-02-29',
  '23:59',
  'x'.repeat(5000),
  'ż'.repeat(100_000),
  "'; DROP TABLE customer; --",
  [],
  {},
  [null],
  { __proto__: null, id: 1 },
];

/** The input with one of its values replaced: each value in turn, by each bad one. */
export function* spoilt(input: unknown): Generator<unknown> {
  if (typeof input === 'object' && input !== null) {
    for (const key of Object.keys(input)) {
      const inner = (input as Record<string, unknown>)[key];
      const put = (value: unknown) =>
        Array.isArray(input) ? input.with(Number(key), value) : { ...input, [key]: value };
      for (const bad of BAD) yield put(bad);
      for (const changed of spoilt(inner)) yield put(changed);
    }
  }
}
