/** Every golden file comes out as the JSON beside it says; see golden.ts. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOLDEN, type Golden, goldenNames, goldenOutcome } from './golden.ts';

describe('golden files', () => {
  it('are forty or more, each with what is expected of it', () => {
    const names = goldenNames();
    expect(names.length).toBeGreaterThanOrEqual(40);
    expect(names.filter((name) => !existsSync(join(GOLDEN, `${name}.json`)))).toEqual([]);
  });

  it.each(goldenNames())('%s', async (name) => {
    const golden = JSON.parse(readFileSync(join(GOLDEN, `${name}.json`), 'utf8')) as Golden;
    expect(await goldenOutcome(name, golden)).toEqual(golden.outcome);
  });
});
