import { writeSync } from 'node:fs';

const maxFailures = 10;
const maxLines = 40;

/**
 * The last lines of a run, where a log that is cut still has them: what failed, and "N passed, N failed, N skipped". A run in
 * which nothing passed proves nothing and fails.
 */
export default class Counts {
  #passed = 0;

  /**
   * @param {unknown} _contexts
   * @param {import('@jest/reporters').AggregatedResult} results
   */
  onRunComplete(_contexts, results) {
    this.#passed = results.numPassedTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${this.#passed} passed, ${failed} failed, ${skipped} skipped\n`;
    const messages = results.testResults
      .map(({ failureMessage }) => failureMessage)
      .filter((message) => typeof message === 'string')
      .slice(0, maxFailures)
      .map((message) => `${message.split('\n').slice(0, maxLines).join('\n')}\n`);
    // Jest prints its own summary after the reporters have been asked: this comes after that.
    process.once('exit', () => writeSync(1, `${messages.join('')}${line}`));
  }

  getLastError() {
    return this.#passed === 0 ? new Error('No test passed.') : undefined;
  }
}
