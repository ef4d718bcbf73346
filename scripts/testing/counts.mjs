// Turns what a test runner left behind into passed, failed and skipped. A runner that crashed, or that ran
// nothing at all, is a failure of its own: silence must never look like success.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {number} exitCode @returns {Counts} */
export function countCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** @param {string} reportFile Vitest's JSON report @param {number} exitCode @returns {Counts} */
export function countVitest(reportFile, exitCode) {
  return count(reportFile, exitCode, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(failedOutsideItsTests).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

/** @param {string} reportFile Playwright's JSON report @param {number} exitCode @returns {Counts} */
export function countPlaywright(reportFile, exitCode) {
  return count(reportFile, exitCode, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }));
}

function count(reportFile, exitCode, read) {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = read(JSON.parse(readFileSync(reportFile, 'utf8')));
  const unexplained = exitCode !== 0 && counts.failed === 0;
  const ranNothing = counts.passed + counts.failed === 0;
  return unexplained || ranNothing ? { ...counts, failed: counts.failed + 1 } : counts;
}

/** A test file that could not even be loaded, or whose hooks failed. */
function failedOutsideItsTests({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
}
