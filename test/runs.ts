// How many cases a property test tries: few enough for every `npm test`, many under `npm run soak`.

const SOAK_FACTOR = 20;

/**
 * @param usual the count for an everyday run
 * @param soak the count under REVINO_SOAK=1, 20 times as many unless said
 * @returns exactly REVINO_RUNS when that is set
 */
export function runs(usual: number, soak: number = usual * SOAK_FACTOR): number {
  const exact = Number(process.env.REVINO_RUNS);
  if (exact > 0) return exact;
  return process.env.REVINO_SOAK === '1' ? soak : usual;
}
