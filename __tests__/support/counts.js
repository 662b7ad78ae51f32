import { writeSync } from 'node:fs';

/** The last line of a run: "N passed, N failed, N skipped". A run in which nothing passed proves nothing and fails. */
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
    // Jest prints its own summary after the reporters have been asked: this line comes after that.
    process.once('exit', () => writeSync(1, line));
  }

  getLastError() {
    return this.#passed === 0 ? new Error('No test passed.') : undefined;
  }
}
