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

/** Where a soak's kills fell: a passing test does not say by itself how many of them hit work that was going on. */
export function tellSoak(what: string, counts: Readonly<Record<string, number>>): void {
  if (process.env.REVINO_SOAK !== '1') return;
  const told = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  process.stdout.write(`soak: ${what}: ${told.join(', ')}\n`);
}
