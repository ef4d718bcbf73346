// `npm test`: sets everything up and runs every check and test, going on after a failing step, so that one run
// reports everything. `npm test -- unit db` runs only those steps; other words are parts of test file names:
// `npm test -- e2e import`. `--soak` runs the same tests with full counts (`npm run soak`).
// The last line is always `N passed, N failed`.
import { CannotGoOn, runScript, say } from './setup/say.mjs';
import { setUp } from './setup/setUp.mjs';
import { steps } from './testing/steps.mjs';

const words = process.argv.slice(2).filter((word) => word !== '--soak');
const stepNames = steps.flatMap((step) => step.names);
const asked = words.filter((word) => stepNames.includes(word));
const choice = {
  files: words.filter((word) => !stepNames.includes(word)),
  soak: process.argv.includes('--soak') || process.env.REVINO_SOAK === '1',
};

await runScript(async () => {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const add = (counts) => {
    for (const key of Object.keys(total)) total[key] += counts[key];
  };
  try {
    const toolchain = await setUp(['window', 'screen', 'keyStore']);
    for (const step of steps) {
      const names = asked.length > 0 ? step.names.filter((name) => asked.includes(name)) : step.names;
      if (names.length > 0) add(await runStep(step, names, toolchain));
    }
  } catch (error) {
    say(`\n${error instanceof CannotGoOn ? error.message : error.stack}`);
    add({ passed: 0, failed: 1, skipped: 0 });
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  say(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 ? 1 : 0;
});

async function runStep(step, names, toolchain) {
  say(`\n== ${step.title}`);
  const started = performance.now();
  const counts = await step.run(names, choice, toolchain).catch((error) => {
    say(error instanceof CannotGoOn ? error.message : error.stack);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  say(
    `== ${step.title}: ${counts.passed} passed, ${counts.failed} failed in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  return counts;
}
